/** Keeps time for the desk. A worker's clock is not slowed down in a tab that is in the background, where a page's own would miss the lease. */
onmessage = ({ data }: MessageEvent<number>) => {
  setInterval(() => postMessage(0), data * 1000)
}
