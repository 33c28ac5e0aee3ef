import { bestJaccards } from '../../../math/best-jaccards'
import { bootstrapRows } from '../../../math/bootstrap-rows'
import { type Matrix, selectRows } from '../../../math/matrix'
import { createRandom } from '../../../math/random'
import { fitLightly } from '../fit-lightly'
import type { FitParams } from '../params'
import type { KFit } from './score-fits'

/** Bootstrap samples that each k is fitted to again. */
export const nResamples = 100
/** Far from the streams of the restarts and of the reference sets. */
const firstStream = 2_000_000
/** A Jaccard similarity above it counts as found again (R `clusterboot`: recovered). */
const foundAgain = 0.75

/** Of the clusters of a k, the least stable one: both are minima over the clusters. */
export type Stability = {
  /** Mean over the resamples of the Jaccard similarity with the best counterpart. */
  readonly jaccard: number
  /** Share of the resamples in which it is found again: a counterpart with Jaccard above 0.75. */
  readonly recurs: number
}

/**
 * How well the clusters of each k are found again in bootstrap samples of the stores (clusterwise
 * stability, Hennig 2007). Each sample has its own stream of random numbers and is fitted lightly
 * for every k; `step` is called before each fit.
 */
export function stabilityEvidence(
  fitted: Matrix,
  fits: readonly KFit[],
  { params, step }: { readonly params: FitParams; readonly step: () => void },
): ReadonlyMap<number, Stability> {
  const sums = fits.map(({ k }) => new Float64Array(k))
  const counts = fits.map(({ k }) => new Int32Array(k))
  for (let sample = 0; sample < nResamples; sample++) {
    const random = createRandom(params.session_id, firstStream + sample)
    const rows = bootstrapRows(fitted.nSamples, random)
    const drawn = selectRows(fitted, rows)
    fits.forEach(({ k, fit }, at) => {
      step()
      const own = rows.map((row) => fit.labels[row])
      bestJaccards(own, k, fitLightly(drawn, k, params)).forEach((jaccard, c) => {
        sums[at][c] += jaccard
        if (jaccard > foundAgain) counts[at][c]++
      })
    })
  }
  return new Map(
    fits.map(({ k }, at) => [
      k,
      { jaccard: leastOf(sums[at]) / nResamples, recurs: leastOf(counts[at]) / nResamples },
    ]),
  )
}

function leastOf(values: Float64Array | Int32Array): number {
  let least = Infinity
  for (const value of values) least = Math.min(least, value)
  return least
}
