import { UMAP } from 'umap-js'
import { type Matrix, toRows } from './matrix'
import { nearestRows } from './nearest-rows'
import { createRandom } from './random'

const neighbors = 15
/** The search for neighbours, as a share of the time it all takes. */
const searchShare = 0.25

/**
 * Two coordinates a row, row-major, that keep neighbours near each other (McInnes, Healy and Melville
 * 2018; umap-js with 15 neighbours, distances 0.1 and up, exact neighbours): a picture to look at.
 * Distances between groups mean nothing in it, and no label depends on it: it uses the functions of
 * the engine. The same rows and `randomState` give the same picture in one engine. Fewer than four
 * rows lie on a line. `onStep` is told how much is done, from 0 to 1.
 */
export function umap(
  matrix: Matrix,
  randomState: number,
  onStep: (share: number) => void = () => {},
): Float64Array {
  const { nSamples } = matrix
  if (nSamples < 4)
    return Float64Array.from({ length: 2 * nSamples }, (_, at) => (at % 2 === 0 ? at / 2 : 0))
  const nNeighbors = Math.min(neighbors, nSamples - 1)
  const random = createRandom(randomState)
  const picture = new UMAP({ nNeighbors, random: random.next })
  const { rows, distances } = nearestRows(matrix, nNeighbors - 1, (nDone) =>
    onStep((searchShare * nDone) / nSamples),
  )
  picture.setPrecomputedKNN(
    withItself(rows, nNeighbors, (i) => i),
    withItself(distances, nNeighbors, () => 0),
  )
  const nEpochs = picture.initializeFit(toRows(matrix))
  for (let epoch = 1; epoch <= nEpochs; epoch++) {
    picture.step()
    onStep(searchShare + ((1 - searchShare) * epoch) / nEpochs)
  }
  return Float64Array.from(picture.getEmbedding().flat())
}

/** The library counts a row as the first of its own neighbours. */
function withItself(
  others: Int32Array | Float64Array,
  nNeighbors: number,
  own: (row: number) => number,
): number[][] {
  const width = nNeighbors - 1
  return Array.from({ length: others.length / width }, (_, i) => [
    own(i),
    ...others.subarray(i * width, (i + 1) * width),
  ])
}
