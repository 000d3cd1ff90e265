const UNITS = [
  { from: 1_000_000, unit: 'megabyte' },
  { from: 1_000, unit: 'kilobyte' },
  { from: 0, unit: 'byte' },
] as const

/** How large a file is, as it is said in a language (BCP 47): "1,2 MB". `bytes` is 0 or more. */
export function sizeText(bytes: number, language: string): string {
  const { from, unit } = UNITS.find(({ from }) => bytes >= from) ?? UNITS[2]
  const format = new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: from > 1_000 ? 1 : 0 })
  return format.format(bytes / Math.max(1, from))
}

// What people call them: the ending of the name. They are the same in every language.
const KNOWN_AS: Readonly<Record<string, string>> = {
  'image/jpeg': 'JPG',
  'text/plain': 'TXT',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'XLSX',
  'application/vnd.oasis.opendocument.text': 'ODT',
}

/** Kinds of files as people know them, of media types: "JPG, PNG, PDF". */
export const typesText = (types: readonly string[]): string =>
  types.map((type) => KNOWN_AS[type] ?? (type.split('/')[1] ?? type).toUpperCase()).join(', ')

/** What may be sent, to be put into a sentence that says so. */
export const filesAllowed = (limits: { uploadBytes: number; uploadTypes: readonly string[] }, language: string) => ({
  types: typesText(limits.uploadTypes),
  size: sizeText(limits.uploadBytes, language),
})
