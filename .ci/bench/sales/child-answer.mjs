import { readFileSync } from 'node:fs'

/**
 * What a measured process tells on its standard output, with the most memory it ever held.
 * @param {{ readonly ms: number, readonly digest: readonly unknown[] } & Record<string, unknown>} told
 */
export function answer(told) {
  process.stdout.write(`${JSON.stringify({ ...told, peakBytes: peakBytes() })}\n`)
}

/** On Linux what the kernel says of this program: its resource usage begins with that of its parent. */
function peakBytes() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024
  const peak = /^VmHWM:\s+(\d+)/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]
  return 1024 * Number(peak)
}
