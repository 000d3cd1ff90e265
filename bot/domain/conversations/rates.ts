/** Counts that all instances share. */
export interface RateStore {
  /** Adds one to the counter of `bucket` in the window that `at` falls in; returns the count, this one included. */
  count(bucket: string, at: Date, windowSeconds: number): Promise<number>
}
