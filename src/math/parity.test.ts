import { existsSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { calinskiHarabaszScore } from './calinski-harabasz-score'
import { clusterMeans } from './cluster-means'
import { daviesBouldinScore } from './davies-bouldin-score'
import { inertia } from './inertia'
import { fitIsolationForest, scoreSamples } from './isolation-forest'
import { fitKMeans } from './k-means'
import { runLloyd } from './lloyd'
import { columnOf, rowOf, selectRows, type Matrix } from './matrix'
import { mean } from './mean'
import { componentsForShare, fitPca, transformPca } from './pca'
import { fitRobustScaler } from './robust-scaler'
import { transformScaler } from './scaler'
import { silhouetteScore } from './silhouette'
import { spearman } from './spearman'
import { squaredDistance } from './squared-distances'
import { fitStandardScaler } from './standard-scaler'

/**
 * Against scikit-learn 1.2.1. The bound is max |a - b| / max |b| <= 1e-9 per vector. The vectors of
 * the references are rounded to 10 decimals, so half a unit of the last one is allowed on top: a
 * vector whose largest value is .05 could not meet the bound by its rounding alone. The scores of
 * a partition are not rounded and get no allowance.
 */
const tolerance = 1e-9
const halfUnit = 0.5e-10

const dataFolder = new URL('../../../shared/data/', import.meta.url)
const sets = [
  { name: 'iowa_external', file: 'iowa_liquor/external_market.csv' },
  { name: 'iowa_internal_log1p_standard', file: 'iowa_liquor/internal_sales_wide.csv' },
  { name: 'iowa_internal_seed_default', file: 'iowa_liquor/internal_sales_wide.csv' },
  { name: 'dominicks_oj_external', file: 'dominicks_oj/external_storedemo.csv' },
  { name: 'dominicks_oj_internal', file: 'dominicks_oj/internal_units_wide.csv' },
  { name: 'uci_wholesale', file: 'uci_wholesale/wholesale.csv' },
]
const isAbsent = !existsSync(dataFolder)
if (isAbsent) console.warn('Parity with scikit-learn is skipped: ../shared/data is absent.')

type Scores = {
  readonly inertia: number
  readonly silhouette: number
  readonly calinski_harabasz: number
  readonly davies_bouldin: number
}
type Stage = {
  readonly rows: number
  readonly pca_n_components: number
  readonly pca_singular_values: readonly number[]
  readonly pca_abs_components: readonly (readonly number[])[]
  readonly pca_all_explained_variance_ratio: readonly number[]
  readonly kmeans: Readonly<Record<string, Scores>>
  readonly best_k_by_silhouette: number
  readonly labels_at_best_k: Readonly<Record<string, number>>
}
type Reference = {
  readonly key: string
  readonly columns: readonly string[]
  readonly pre: 'log1p' | null
  readonly fillna: number | null
  readonly scaler: 'robust' | 'standard'
  readonly impute_mean: readonly number[]
  readonly scale_center: readonly number[]
  readonly scale_scale: readonly number[]
  readonly no_outlier_removal: Stage
  readonly after_isolation_forest: Stage
  readonly isolation_forest: { readonly score_samples_1000_trees: Readonly<Record<string, number>> }
}

const worst = new Map<string, number>()
afterAll(() => {
  if (isAbsent) return
  const lines = [...worst].map(([quantity, error]) => `  ${error.toExponential(2)}  ${quantity}`)
  console.log(`Worst relative error against scikit-learn:\n${lines.join('\n')}`)
})

it.skipIf(isAbsent)('the reference data lies beside the project', () => {
  expect(existsSync(dataFolder)).toBe(true)
})

// A describe that is skipped still runs its body, which reads the files.
describe.each(isAbsent ? [] : sets)('$name is as scikit-learn computes it', ({ name, file }) => {
  const reference: Reference = readReference(name)
  const { ids, matrix: raw } = readFeatures(file, reference)
  const means = Array.from({ length: raw.nFeatures }, (_, j) => mean(columnOf(raw, j)))
  const imputed = withX(
    raw,
    raw.X.map((value, at) => (Number.isNaN(value) ? means[at % raw.nFeatures] : value)),
  )
  const fitScaler = reference.scaler === 'robust' ? fitRobustScaler : fitStandardScaler
  const scaler = fitScaler(imputed)
  const scaled = withX(imputed, transformScaler(scaler, imputed))

  it('mean of each column, missing cells skipped', () => {
    expectClose('imputed means', means, reference.impute_mean)
  })

  it('centres and scales of the named scaler', () => {
    expectClose('scaler centres', scaler.center, reference.scale_center)
    expectClose('scaler scales', scaler.scale, reference.scale_scale)
  })

  describe.each(['no_outlier_removal', 'after_isolation_forest'] as const)('%s', (key) => {
    const stage = reference[key]
    const fitted = selectRows(scaled, rowsOf(ids, stage))
    const labels = labelsOf(ids, stage)
    const pca = fitPca(fitted)
    const nComponents = componentsForShare(pca.explainedVarianceRatio, 0.8)
    const reduced: Matrix = {
      X: transformPca(pca, fitted, nComponents),
      nSamples: fitted.nSamples,
      nFeatures: nComponents,
    }

    it('number of components, explained variance and absolute components', () => {
      expect(fitted.nSamples).toBe(stage.rows)
      expect(nComponents).toBe(stage.pca_n_components)
      const singular = pca.explainedVariance
        .slice(0, nComponents)
        .map((variance) => Math.sqrt(variance * (stage.rows - 1)))
      expectClose('PCA singular values', singular, stage.pca_singular_values)
      expectClose(
        'PCA explained variance ratio',
        pca.explainedVarianceRatio,
        stage.pca_all_explained_variance_ratio,
      )
      stage.pca_abs_components.forEach((component, c) => {
        const ours = pca.components.slice(c * raw.nFeatures, (c + 1) * raw.nFeatures)
        expectClose('PCA absolute components', ours.map(Math.abs), component)
      })
    })

    it('silhouette, Calinski-Harabasz, Davies-Bouldin and inertia of the given labels', () => {
      const scores = stage.kmeans[stage.best_k_by_silhouette]
      const of = (quantity: string, ours: number, theirs: number, allowance = 0) =>
        expectClose(quantity, [ours], [theirs], { allowance })
      of('silhouette', silhouetteScore(reduced, labels), scores.silhouette)
      of('Calinski-Harabasz', calinskiHarabaszScore(reduced, labels), scores.calinski_harabasz)
      of('inertia', inertia(reduced, labels), scores.inertia)
      const noise = noiseOfSingletons(reduced, labels)
      const quantity = `Davies-Bouldin${noise > 0 ? ', singletons among the clusters' : ''}`
      of(quantity, daviesBouldinScore(reduced, labels), scores.davies_bouldin, noise)
    })

    it("k-means started at scikit-learn's centres stays there, labels and inertia", () => {
      const init = clusterMeans(reduced, labels).centers.X
      const options = { init, maxIter: 300, tolerance: 0 }
      const fitted = runLloyd(reduced, options)
      expect(fitted.labels).toEqual(labels)
      const theirs = stage.kmeans[stage.best_k_by_silhouette].inertia
      expectClose('k-means inertia', [fitted.inertia], [theirs], { allowance: 0 })
    })

    // Not parity: the references are the best of many starts.
    it('k-means with 10 starts is within 5 % of their inertia on average over k', () => {
      const params = { nInit: 10, maxIter: 300, tol: 1e-4, randomState: 42 }
      const ratios = Object.entries(stage.kmeans).map(
        ([k, { inertia: theirs }]) =>
          fitKMeans(reduced, { ...params, nClusters: Number(k) }).inertia / theirs,
      )
      expect(mean(Float64Array.from(ratios))).toBeLessThanOrEqual(1.05)
    })
  })

  it('isolation forest ranks the stores alike (Spearman >= 0.95 at 500 trees)', () => {
    const params = { nEstimators: 500, maxSamples: 256, randomState: 42 }
    const ours = scoreSamples(fitIsolationForest(scaled, params), scaled)
    const theirs = ids.map((id) => reference.isolation_forest.score_samples_1000_trees[id])
    const { r, n } = spearman(ours, Float64Array.from(theirs))
    console.log(`  ${name}: rank correlation of isolation forest scores ${r.toFixed(4)}`)
    expect(n).toBe(ids.length)
    expect(r).toBeGreaterThanOrEqual(0.95)
  })
})

function expectClose(
  quantity: string,
  ours: ArrayLike<number>,
  theirs: ArrayLike<number>,
  { allowance } = { allowance: halfUnit },
): void {
  expect(ours.length).toBe(theirs.length)
  let largest = 0
  let difference = 0
  for (let i = 0; i < theirs.length; i++) {
    largest = Math.max(largest, Math.abs(theirs[i]))
    expect(ours[i], `${quantity} ${i} is finite`).toSatisfy(Number.isFinite)
    difference = Math.max(difference, Math.abs(ours[i] - theirs[i]))
  }
  note(quantity, difference / largest)
  expect(difference, quantity).toBeLessThanOrEqual(tolerance * largest + allowance)
}

function note(quantity: string, error: number): void {
  worst.set(quantity, Math.max(worst.get(quantity) ?? -Infinity, error))
}

/**
 * scikit-learn takes |a - b|^2 as |a|^2 - 2 a.b + |b|^2, so a singleton that lies far out is not at
 * distance 0 from its own mean but at the root of some units in the last place of |a|^2. Here the
 * distance is exactly 0; this is by how much the reference may be too high for it. Whether that noise
 * appears depends on the machine's matrix product: scikit-learn 1.2.1 run anew on the one partition
 * concerned (Iowa by its default, after outliers) gave 0.347352886960827, the stored reference is
 * 3.5e-9 above that.
 */
function noiseOfSingletons(matrix: Matrix, labels: Int32Array): number {
  const { centers, sizes } = clusterMeans(matrix, labels)
  let noise = 0
  for (let c = 0; c < sizes.length; c++) {
    if (sizes[c] !== 1) continue
    const squaredNorm = squaredDistance(rowOf(centers, c), new Float64Array(matrix.nFeatures))
    const apart = [...sizes.keys()]
      .filter((other) => other !== c)
      .map((other) => squaredDistance(rowOf(centers, c), rowOf(centers, other)))
      .sort((a, b) => a - b)
    noise += Math.sqrt((2 * Number.EPSILON * squaredNorm) / apart[0])
  }
  return noise / sizes.length
}

function withX(matrix: Matrix, X: Float64Array): Matrix {
  return { ...matrix, X }
}

function rowsOf(ids: readonly string[], stage: Stage): number[] {
  const kept = new Map(Object.entries(stage.labels_at_best_k))
  return [...ids.keys()].filter((i) => kept.has(ids[i]))
}

function labelsOf(ids: readonly string[], stage: Stage): Int32Array {
  return Int32Array.from(rowsOf(ids, stage), (i) => stage.labels_at_best_k[ids[i]])
}

function readReference(name: string): Reference {
  return JSON.parse(readFileSync(new URL(`reference/${name}.json`, dataFolder), 'utf8'))
}

/** The named columns, an empty cell NaN or the fill value, after the named transform. */
function readFeatures(file: string, { key, columns, fillna, pre }: Reference) {
  const [header, ...lines] = readFileSync(new URL(file, dataFolder), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  const empty = fillna ?? NaN
  const cells = lines.flatMap((line) =>
    columns.map((column) => {
      const text = line[header.indexOf(column)]
      const value = text === '' ? empty : Number(text)
      return pre === 'log1p' ? Math.log1p(value) : value
    }),
  )
  const nFeatures = columns.length
  const matrix = { X: Float64Array.from(cells), nSamples: lines.length, nFeatures }
  return { ids: lines.map((line) => line[header.indexOf(key)]), matrix }
}
