import { keepComponents } from '../../math/gaussian-components'
import { fitGaussianMixture, mixtureDefaults } from '../../math/gaussian-mixture'
import type { GaussianMixture } from '../../math/gaussian-mixture'
import { fitKMeans } from '../../math/k-means'
import { kMeansPlusPlus } from '../../math/k-means-plus-plus'
import { runLloyd } from '../../math/lloyd'
import { type Matrix, selectRows } from '../../math/matrix'
import { createRandom } from '../../math/random'
import type { Fit } from './fit'
import { fitOfLabels } from './fit-of-labels'
import type { FitParams } from './params'

/** Steps after which the starts are compared, and how many of them go on (Biernacki 2003). */
const firstSteps = 3
const nGoingOn = 3

/**
 * A Gaussian mixture from the partitions of k-means, the best one and those of `n_init` plain
 * restarts. The likeliest is kept, of those in which every Gaussian has a store where there is one; a
 * Gaussian that no store belongs to in the end is no cluster.
 */
export function fitMixture(fitted: Matrix, nClusters: number, params: FitParams): Fit {
  const fitFrom = createFitFrom(fitted, params)
  const promising = startsOf(fitted, nClusters, params)
    .map((start, rank) => ({ start, rank, mixture: fitFrom(start, firstSteps) }))
    .toSorted((a, b) => compareMixtures(a.mixture, b.mixture))
    // The best partition of k-means goes on in any case.
    .filter(({ rank }, place) => rank === 0 || place < nGoingOn)
    .toSorted((a, b) => a.rank - b.rank)
  const mixtures = promising.map(({ start }) => fitFrom(start, mixtureDefaults.maxIter))
  const best = mixtures.reduce((kept, next) => (isClearlyBetter(next, kept) ? next : kept))
  return {
    ...fitOfLabels(fitted, compactLabels(best.labels)),
    nIter: best.nIter,
    runnersUp: mixtures
      .filter((mixture) => mixture !== best)
      .map(({ labels }) => fitOfLabels(fitted, compactLabels(labels))),
    shape: { kind: 'gaussians', components: keepComponents(best.components, filledOf(best)) },
  }
}

/** Responsibilities of 1 at the label of each row, for every partition that is different. */
function startsOf(fitted: Matrix, k: number, params: FitParams): readonly Float64Array[] {
  const { n_init: nInit, max_iter: maxIter, tol, session_id: randomState } = params
  const best = fitKMeans(fitted, { nClusters: k, nInit, maxIter, tol, randomState })
  const plain = Array.from({ length: nInit }, (_, restart) => {
    const seeds = kMeansPlusPlus(fitted, k, createRandom(randomState, restart))
    return runLloyd(fitted, { init: selectRows(fitted, seeds).X, maxIter, tolerance: 0 })
  })
  const starts = new Map(
    [best, ...plain].map(({ labels }) => {
      const byFirstRow = compactLabels(labels)
      return [byFirstRow.join(), byFirstRow]
    }),
  )
  return Array.from(starts.values(), (labels) => {
    const nComponents = new Set(labels).size
    const responsibilities = new Float64Array(fitted.nSamples * nComponents)
    labels.forEach((label, row) => (responsibilities[row * nComponents + label] = 1))
    return responsibilities
  })
}

function createFitFrom(fitted: Matrix, { covariance_type: covarianceType }: FitParams) {
  return (responsibilities: Float64Array, maxIter: number) =>
    fitGaussianMixture(fitted, responsibilities, { ...mixtureDefaults, covarianceType, maxIter })
}

/** Most Gaussians with rows first, then the likeliest. */
function compareMixtures(a: GaussianMixture, b: GaussianMixture): number {
  return filledOf(b).length - filledOf(a).length || b.lowerBound - a.lowerBound
}

/**
 * The iteration stops while it still gains a little at each step, so that a likelihood which is higher
 * by no more than some of those steps says nothing: the earlier start stays.
 */
function isClearlyBetter(next: GaussianMixture, kept: GaussianMixture): boolean {
  const more = filledOf(next).length - filledOf(kept).length
  return more > 0 || (more === 0 && next.lowerBound > kept.lowerBound + 10 * mixtureDefaults.tol)
}

/** The components that have rows, by their first row. */
function filledOf({ labels }: Pick<GaussianMixture, 'labels'>): Int32Array {
  return Int32Array.from(new Set(labels))
}

/** The same partition, its labels numbered by their first row. */
function compactLabels(labels: Int32Array): Int32Array {
  const numbers = new Map<number, number>()
  return labels.map((label) => {
    const number = numbers.get(label) ?? numbers.size
    numbers.set(label, number)
    return number
  })
}
