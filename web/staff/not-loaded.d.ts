// Types of the domain stand in files that also count hashes for the server. The page uses the types alone: nothing here is ever loaded by it.
declare module 'node:crypto' {
  export function createHash(algorithm: string): { update(text: string): { digest(encoding: 'hex'): string } }
}
