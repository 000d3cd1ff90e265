// Changes whenever what is packed changes its shape or its meaning, so that an old file is not read as a new one.
const MAGIC = 'lotsen-finder-1\n'
const ALIGNMENT = 8

const ARRAYS = { Int8Array, Uint8Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array } as const
type ArrayName = keyof typeof ARRAYS
type NumberArray = InstanceType<(typeof ARRAYS)[ArrayName]>
type Reference = { $array: ArrayName; at: number; length: number }

const isNumberArray = (value: unknown): value is NumberArray => ArrayBuffer.isView(value) && value.constructor.name in ARRAYS
const isReference = (value: unknown): value is Reference => typeof value === 'object' && value !== null && '$array' in value

/**
 * Plain data in which some values are large arrays of numbers, as bytes: a line of JSON, and behind it the arrays as they lie in memory,
 * so that reading them is no work. Of the byte order of the machine, which every machine that we run on shares.
 */
export function pack(value: unknown): Uint8Array {
  const arrays: NumberArray[] = []
  let end = 0
  const json = JSON.stringify(value, (_, part: unknown) => {
    if (!isNumberArray(part)) return part
    const reference: Reference = { $array: part.constructor.name as ArrayName, at: end, length: part.length }
    arrays.push(part)
    end = aligned(end + part.byteLength)
    return reference
  })
  const head = new TextEncoder().encode(MAGIC + json + '\n')
  const body = aligned(head.length)
  const bytes = new Uint8Array(body + end).fill(0x20, head.length, body)
  bytes.set(head)
  let at = body
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at)
    at = aligned(at + array.byteLength)
  }
  return bytes
}

/** The value back; the arrays look into `bytes`. @throws when the bytes are something else */
export function unpack(bytes: Uint8Array): unknown {
  const magic = new TextDecoder().decode(bytes.subarray(0, MAGIC.length))
  const line = bytes.indexOf(0x0a, MAGIC.length)
  if (magic !== MAGIC || line === -1) throw new Error('This is no model of this version')
  const whole = bytes.byteOffset % ALIGNMENT === 0 ? bytes : bytes.slice()
  const body = whole.byteOffset + aligned(line + 1)
  return JSON.parse(new TextDecoder().decode(bytes.subarray(MAGIC.length, line)), (_, part: unknown) =>
    isReference(part) ? new ARRAYS[part.$array](whole.buffer as ArrayBuffer, body + part.at, part.length) : part,
  )
}

const aligned = (length: number): number => Math.ceil(length / ALIGNMENT) * ALIGNMENT
