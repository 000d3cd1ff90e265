// What every program for Node here is built with. esbuild is only loaded when something is built: most starts build nothing.

/** `options` are esbuild's: what goes in and where it comes out. Packages stay outside: some bring WebAssembly that they find by their path. */
export async function bundle(options) {
  const esbuild = await import('esbuild')
  return esbuild.build({
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node20',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
    ...options,
  })
}
