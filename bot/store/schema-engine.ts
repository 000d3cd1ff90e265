import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { bindMigrationAwareSqlAdapterFactory, type SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'

// The types of Node 20 do not name it.
declare const WebAssembly: {
  Module: new (bytes: Uint8Array) => object
  Instance: new (module: object, imports: Record<string, object>) => { exports: Record<string, unknown> }
}

const require = createRequire(import.meta.url)

// The engine gives its lock ten seconds and never stops that clock; a program that has nothing else to do need not wait for it.
const withoutWaiting = (glue: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(glue).map(([name, value]: [string, unknown]) =>
      name.startsWith('__wbg_setTimeout_')
        ? [name, (work: () => void, wait: number) => setTimeout(work, wait).unref()]
        : [name, value],
    ),
  )

const load = async () => {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg').replace(/\.js$/, '.wasm')
  // The package's entry imports the .wasm file as a module, which Node does not do by itself.
  const module = new WebAssembly.Module(await readFile(file))
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': withoutWaiting(glue) })
  glue.__wbg_set_wasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  return glue
}

// Its glue remembers one memory for good: a second instance in the same process would read the first one's.
let loaded: ReturnType<typeof load> | undefined

/**
 * Prisma's own migration engine, as WebAssembly, over the database of `adapter`: it needs no download and writes the
 * ordinary `_prisma_migrations` table. `schema` is the text of schema.prisma.
 */
export async function schemaEngine(adapter: SqlMigrationAwareDriverAdapterFactory, schema: string): Promise<SchemaEngine> {
  loaded ??= load()
  const { SchemaEngine: Engine } = await loaded
  return Engine.new({ datamodels: [['schema.prisma', schema]] }, () => undefined, bindMigrationAwareSqlAdapterFactory(adapter))
}
