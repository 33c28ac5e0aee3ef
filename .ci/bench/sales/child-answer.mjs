/**
 * What a measured process tells on its standard output, with the most memory it ever held.
 * @param {{ readonly ms: number, readonly digest: readonly unknown[] } & Record<string, unknown>} told
 */
export function answer(told) {
  // Kilobytes, of the whole process.
  const peakBytes = process.resourceUsage().maxRSS * 1024
  process.stdout.write(`${JSON.stringify({ ...told, peakBytes })}\n`)
}
