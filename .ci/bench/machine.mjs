import { availableParallelism, loadavg } from 'node:os'

/** What the figures belong to: they are compared within one run, never with another machine's. */
export function describeMachine() {
  const cores = availableParallelism()
  const load = (loadavg()[0] ?? 0).toFixed(1)
  return `Node ${process.version}, ${cores} cores, load of the last minute ${load}.`
}
