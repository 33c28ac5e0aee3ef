import { kmeans } from 'ml-kmeans'
import { PCA } from 'ml-pca'
import { createNoise } from './noise.mjs'
import { assertSame } from './work.mjs'

/**
 * @typedef {import('./build-code.mjs').Code} Code
 * @typedef {import('./work.mjs').Work} Work
 * @typedef {import('../../src/math/matrix').Matrix} Matrix
 */

const nSamples = 2000
const nFeatures = 20
const nInit = 10
const nClusters = 8
const randomState = 42

/**
 * Clustering and its measures on 2,000 rows of 20 columns, with groups that touch.
 * @param {Code} code
 * @returns {readonly Work[]}
 */
export function mathWorks(code) {
  const matrix = makeMatrix()
  return [...kMeansWorks(code, matrix), ...silhouetteWorks(code, matrix), ...pcaWorks(code, matrix)]
}

function makeMatrix() {
  const random = createNoise(7)
  const X = Float64Array.from({ length: nSamples * nFeatures }, (_, at) => {
    const row = Math.floor(at / nFeatures)
    const spread = random() + random() + random() + random() - 2
    return 0.4 * (((row % 6) * (at % nFeatures)) % 5) + spread
  })
  return { X, nSamples, nFeatures }
}

/**
 * @param {Code} code
 * @param {Matrix} matrix
 * @returns {readonly Work[]}
 */
function kMeansWorks(code, matrix) {
  const rows = code.matrix.toRows(matrix)
  const restarts = Array.from({ length: nInit }, (_, restart) => restart)
  const params = { nClusters, nInit, maxIter: 300, tol: 1e-4, randomState }
  const fit = () => code.kMeans.fitKMeans(matrix, params)
  const restartsAlone = () =>
    restarts.map((restart) => {
      const random = code.random.createRandom(randomState, restart)
      const seeds = code.kMeansPlusPlus.kMeansPlusPlus(matrix, nClusters, random)
      const init = code.matrix.selectRows(matrix, seeds).X
      return code.lloyd.runLloyd(matrix, { init, maxIter: 300, tolerance: 1e-4 })
    })
  const asItIs = () =>
    restarts.map((seed) => kmeans(rows, nClusters, { seed, initialization: 'kmeans++' }))
  const reference = 'k-means, restarts alone'
  return [
    { name: reference, reference: null, make: () => restartsAlone },
    {
      name: 'k-means, the default fit',
      reference,
      make: () => {
        const inertias = restartsAlone().map(({ inertia }) => inertia)
        const least = inertias.reduce((best, inertia) => Math.min(best, inertia), Infinity)
        assertSame('k-means and its restarts', fit().inertia <= least * (1 + 1e-9))
        return fit
      },
    },
    { name: 'k-means, ml-kmeans as it is', reference, make: () => asItIs },
  ]
}

/**
 * @param {Code} code
 * @param {Matrix} matrix
 * @returns {readonly Work[]}
 */
function silhouetteWorks({ kMeans, silhouette }, matrix) {
  const params = { nInit: 1, maxIter: 300, tol: 1e-4, randomState }
  const labelings = () =>
    Array.from({ length: 9 }, (_, i) => {
      const nClusters = i + 2
      return kMeans.fitKMeans(matrix, { ...params, nClusters }).labels
    })
  const inNine = (/** @type {readonly Int32Array[]} */ all) =>
    all.map((labels) => silhouette.silhouetteSamples(matrix, labels))
  const reference = 'silhouette of 9 counts, a pass each'
  return [
    {
      name: reference,
      reference: null,
      make: () => {
        const all = labelings()
        return () => inNine(all)
      },
    },
    {
      name: 'silhouette of 9 counts, in one pass',
      reference,
      make: () => {
        const all = labelings()
        const inOne = () => silhouette.silhouetteSamplesOf(matrix, all)
        const nine = inNine(all)
        const isClose = inOne().every((samples, l) =>
          samples.every((sample, i) => Math.abs(sample - (nine[l]?.[i] ?? NaN)) < 1e-9),
        )
        assertSame('Silhouettes in one pass and in nine', isClose)
        return inOne
      },
    },
  ]
}

/**
 * @param {Code} code
 * @param {Matrix} matrix
 * @returns {readonly Work[]}
 */
function pcaWorks({ pca, matrix: { toRows } }, matrix) {
  const rows = toRows(matrix)
  const fit = () => pca.fitPca(matrix)
  const byCovariance = () => new PCA(rows, { method: 'covarianceMatrix' })
  const reference = 'PCA, ml-pca by covariance'
  return [
    { name: reference, reference: null, make: () => byCovariance },
    {
      name: 'PCA, by singular values',
      reference,
      make: () => {
        const variances = byCovariance().getEigenvalues()
        const isClose = fit().explainedVariance.every(
          (variance, i) => Math.abs(variance / (variances[i] ?? NaN) - 1) < 1e-6,
        )
        assertSame('PCA and that of the covariance', isClose)
        return fit
      },
    },
  ]
}
