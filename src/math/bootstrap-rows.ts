import type { Random } from './random'

/**
 * The rows of a bootstrap sample, each once, ascending: as many draws with replacement as there are
 * rows, about 63 % of which are distinct. Repeats would be clusters of their own (Hennig 2007).
 */
export function bootstrapRows(nSamples: number, random: Random): Int32Array {
  const isDrawn = new Uint8Array(nSamples)
  let nDrawn = 0
  for (let draw = 0; draw < nSamples; draw++) {
    const row = random.nextInt(nSamples)
    nDrawn += 1 - isDrawn[row]
    isDrawn[row] = 1
  }
  const rows = new Int32Array(nDrawn)
  for (let row = 0, at = 0; row < nSamples; row++) if (isDrawn[row] === 1) rows[at++] = row
  return rows
}
