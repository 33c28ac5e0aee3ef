import type { LloydFit } from './lloyd'
import type { Matrix } from './matrix'
import { createRandom, type Random } from './random'
import { recombineCenters } from './recombine-centers'

type Search = {
  readonly nClusters: number
  readonly nInit: number
  readonly randomState: number
  /** A fit from random numbers of its own. */
  readonly start: (restart: number) => LloydFit
  readonly settleAt: (init: Float64Array) => LloydFit
}

/** Fits that differ, the best first. */
type Population = {
  readonly fits: LloydFit[]
  /** How often the best was reached again since it was found. */
  nHits: number
}

const maxFits = 10
/** Offspring of a restart: as many as cost about this many differences, within the bounds. */
const work = 1e6
const [fewest, most] = [3, 50]
/** The best fit has been reached so often: it will hardly be improved. */
const enoughHits = 10
/** Inertias that differ by no more than this, relatively, are the same fit. */
const sameFit = 1e-9
/** Restarts draw from the streams below. */
const firstStream = 2 ** 31

/**
 * After each restart the fits so far are recombined and settled again (a memetic search in the
 * manner of HG-means, Gribel and Vidal 2019): many a time where restarts alone would have to be
 * lucky, few once the best fit keeps coming back. What is known after a restart does not depend on
 * how many follow, so more of them never give a worse fit.
 * @returns what was best after each restart, and the fits of the restarts.
 */
export function searchByOffspring(matrix: Matrix, search: Search) {
  const { nClusters, nInit, randomState, start, settleAt } = search
  const cells = matrix.nSamples * nClusters * matrix.nFeatures
  const nOffspring =
    nClusters === 1 ? 0 : Math.min(most, Math.max(fewest, Math.round(work / cells)))
  const population: Population = { fits: [], nHits: 0 }
  const starts: LloydFit[] = []
  const bests: LloydFit[] = []
  // One cluster is the same from every start.
  const nRestarts = nClusters === 1 ? 1 : nInit
  for (let restart = 0; restart < nRestarts; restart++) {
    const fit = start(restart)
    starts.push(fit)
    admit(population, fit)
    const random = createRandom(randomState, firstStream + restart)
    for (let n = 0; n < nOffspring && (n < fewest || population.nHits < enoughHits); n++) {
      const one = pick(population, random)
      const other = pick(population, random)
      const init = recombineCenters(matrix, one.clusterCenters, other.clusterCenters, random)
      admit(population, settleAt(init))
    }
    bests.push(population.fits[0])
  }
  return { bests, starts }
}

/** The better one of two that are drawn. */
function pick({ fits }: Population, random: Random): LloydFit {
  return fits[Math.min(random.nextInt(fits.length), random.nextInt(fits.length))]
}

function admit(population: Population, fit: LloydFit): void {
  const { fits } = population
  const same = fits.findIndex(
    ({ inertia }) => Math.abs(inertia - fit.inertia) <= sameFit * fit.inertia,
  )
  if (same === 0) population.nHits++
  if (same !== -1) {
    if (fit.inertia < fits[same].inertia) fits[same] = fit
    return
  }
  if (fits.length === 0 || fit.inertia < fits[0].inertia) population.nHits = 0
  fits.push(fit)
  fits.sort((a, b) => a.inertia - b.inertia)
  if (fits.length > maxFits) fits.pop()
}
