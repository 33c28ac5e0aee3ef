import type { CheckOutcome } from './spec'

const dominating = 0.9

/** Whether no cluster holds more than nine stores in ten; a single one does. */
export function noneDominates(sizes: Iterable<number>): CheckOutcome {
  let [largest, stores, clusters] = [0, 0, 0]
  for (const size of sizes) {
    largest = Math.max(largest, size)
    stores += size
    clusters += 1
  }
  return { passed: largest <= dominating * stores, metadata: { largest, stores, clusters } }
}
