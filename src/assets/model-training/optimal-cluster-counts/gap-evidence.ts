import { type Gap, gapStatistic } from '../../../math/gap-statistic'
import { inertia } from '../../../math/inertia'
import type { Matrix } from '../../../math/matrix'
import { createRandom } from '../../../math/random'
import { drawReferenceSet, fitReferenceBox } from '../../../math/reference-box'
import { fitLightly } from '../fit-lightly'
import type { FitParams } from '../params'
import type { KFit } from './score-fits'

/** Sets without clusters that each k is compared with. */
export const nReferences = 50
/** Far from the streams of the restarts, which start at 0. */
const firstStream = 1_000_000

/**
 * The gap of each k: how far its dispersion, the sum of squared distances to the means, lies under
 * that of sets drawn evenly from the box around the stores. Each set has its own stream of random
 * numbers and is fitted lightly for every k; `step` is called before each fit.
 */
export function gapEvidence(
  fitted: Matrix,
  fits: readonly KFit[],
  { params, step }: { readonly params: FitParams; readonly step: () => void },
): ReadonlyMap<number, Gap> {
  const box = fitReferenceBox(fitted)
  const dispersions = fits.map(() => new Float64Array(nReferences))
  for (let set = 0; set < nReferences; set++) {
    const random = createRandom(params.session_id, firstStream + set)
    const drawn = drawReferenceSet(box, fitted.nSamples, random)
    fits.forEach(({ k }, at) => {
      step()
      dispersions[at][set] = inertia(drawn, fitLightly(drawn, k, params))
    })
  }
  return new Map(
    fits.map(({ k, fit }, at) => [k, gapStatistic(inertia(fitted, fit.labels), dispersions[at])]),
  )
}
