import type { Random } from './random'

/** `size` of the rows, each as likely as any other, ascending; all of them when there are fewer. */
export function sampleRows(nSamples: number, size: number, random: Random): Int32Array {
  const rows = new Int32Array(Math.min(size, nSamples))
  let taken = 0
  for (let row = 0; taken < rows.length; row++) {
    // Selection sampling (Knuth, The Art of Computer Programming 2, algorithm S).
    if (random.next() * (nSamples - row) < rows.length - taken) rows[taken++] = row
  }
  return rows
}
