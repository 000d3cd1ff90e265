/** Accepted versions of content entries: append-only. The newest good one of an id is what stands when a file is wrong. */
export type AcceptedEntry = { kind: string; id: string; hash: string; value: unknown }
export interface ContentStore {
  byHashes(hashes: readonly string[]): Promise<AcceptedEntry[]>
  newestOf(kind: string, id: string): Promise<AcceptedEntry | undefined>
  accept(entries: readonly AcceptedEntry[], at: Date): Promise<void>
}
