/** Calls back every so many seconds by a worker's clock; with the page's own where there are no workers. */
export const everyBy =
  (address: string) =>
  (seconds: number, call: () => void): (() => void) => {
    try {
      const worker = new Worker(address)
      worker.onmessage = call
      worker.postMessage(seconds)
      return () => worker.terminate()
    } catch {
      const timer = setInterval(call, seconds * 1000)
      return () => clearInterval(timer)
    }
  }
