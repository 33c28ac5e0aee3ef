import { assertFinite } from './assert-finite'
import { exp } from './elementary/exp'
import { leadingEigen } from './leading-eigen'
import { type Matrix, rowOf } from './matrix'
import { signOf } from './sign-of'
import { squaredDistances } from './squared-distances'
import { symmetricEigen } from './symmetric-eigen'

/** Kernel principal components; the rows that it was fitted on are part of it. */
export type KernelPca = {
  /** nSamples x nFeatures. */
  readonly rows: Float64Array
  readonly gamma: number
  readonly nComponents: number
  /** Of the centred kernel, falling; none is 0. */
  readonly eigenvalues: Float64Array
  /** One unit vector a component: nComponents x nSamples, row-major. */
  readonly eigenvectors: Float64Array
  /** Mean kernel value of each fitted row to all of them, and the mean of those. */
  readonly kernelMeans: Float64Array
  readonly kernelMean: number
}

export type KernelPcaParams = {
  readonly nComponents: number
  /** null: 1 / nFeatures. */
  readonly gamma: number | null
}

/** Up to this many rows every eigenvalue is worked out: it costs no more than the leading ones. */
const dense = 200
/** An eigenvalue under this share of the largest is a 0 that rounding moved (scikit-learn). */
const vanishing = 1e-12

/** Bytes that a fit of so many rows holds beside its input: half of the kernel and some vectors. */
export function kernelPcaBytes(nSamples: number, nComponents: number): number {
  return 8 * nSamples * ((nSamples + 1) / 2 + 4 * nComponents + 120)
}

/**
 * Principal components in the space of the radial basis kernel exp(-gamma |x - y|^2) (Schoelkopf,
 * Smola and Mueller 1998; scikit-learn `KernelPCA(kernel="rbf")`), the leading `nComponents` whose
 * eigenvalue is not 0. Signs: the largest absolute coefficient, the first on a tie, is positive.
 * @throws RangeError on an empty matrix, one without columns, or a value that is not finite.
 */
export function fitKernelPca(matrix: Matrix, params: KernelPcaParams): KernelPca {
  const { X, nSamples, nFeatures } = matrix
  if (nSamples === 0 || nFeatures === 0)
    throw new RangeError('Kernel PCA needs a row and a column.')
  assertFinite(matrix, 'Kernel PCA')
  const gamma = params.gamma ?? 1 / nFeatures
  const kernel = packedKernel(matrix, gamma)
  const kernelMeans = meansOf(kernel, nSamples)
  const kernelMean = kernelMeans.reduce((sum, value) => sum + value, 0) / nSamples
  center(kernel, kernelMeans, kernelMean)
  const asked = Math.min(params.nComponents, nSamples)
  const eigen =
    nSamples <= dense || 4 * asked >= nSamples
      ? symmetricEigen(unpacked(kernel, nSamples), nSamples)
      : leadingEigen(kernel, asked)
  const nComponents = eigen.values
    .slice(0, asked)
    .filter((value) => value > vanishing * eigen.values[0] && value > 0).length
  return {
    rows: X.slice(),
    gamma,
    nComponents,
    eigenvalues: eigen.values.slice(0, nComponents),
    eigenvectors: signed(eigen.vectors.subarray(0, nComponents * nSamples), nSamples),
    kernelMeans,
    kernelMean,
  }
}

/** The fitted rows on the components: nSamples x nComponents, row-major (`fit_transform`). */
export function fittedKernelPca(pca: KernelPca): Float64Array {
  const nSamples = pca.kernelMeans.length
  const { nComponents, eigenvalues, eigenvectors } = pca
  const scores = new Float64Array(nSamples * nComponents)
  for (let c = 0; c < nComponents; c++) {
    const root = Math.sqrt(eigenvalues[c])
    for (let i = 0; i < nSamples; i++)
      scores[i * nComponents + c] = eigenvectors[c * nSamples + i] * root
  }
  return scores
}

/** Any rows on the components, by their kernel with the fitted ones (scikit-learn `transform`). */
export function transformKernelPca(pca: KernelPca, matrix: Matrix): Float64Array {
  const { rows, gamma, nComponents, eigenvalues, eigenvectors, kernelMeans, kernelMean } = pca
  const nFitted = kernelMeans.length
  const fitted = { X: rows, nSamples: nFitted, nFeatures: matrix.nFeatures }
  const scores = new Float64Array(matrix.nSamples * nComponents)
  const kernel = new Float64Array(nFitted)
  for (let i = 0; i < matrix.nSamples; i++) {
    squaredDistances(fitted, rowOf(matrix, i), kernel)
    let sum = 0
    for (let k = 0; k < nFitted; k++) {
      kernel[k] = exp(-gamma * kernel[k])
      sum += kernel[k]
    }
    const own = sum / nFitted
    for (let k = 0; k < nFitted; k++) kernel[k] = kernel[k] - kernelMeans[k] - own + kernelMean
    for (let c = 0; c < nComponents; c++) {
      let score = 0
      for (let k = 0, at = c * nFitted; k < nFitted; k++, at++)
        score += kernel[k] * eigenvectors[at]
      scores[i * nComponents + c] = score / Math.sqrt(eigenvalues[c])
    }
  }
  return scores
}

/** The lower triangle of the kernel matrix, row by row: a symmetric matrix in half of the memory. */
function packedKernel({ X, nSamples, nFeatures }: Matrix, gamma: number): Float64Array {
  const packed = new Float64Array((nSamples * (nSamples + 1)) / 2)
  for (let i = 0, at = 0; i < nSamples; i++) {
    const above = { X: X.subarray(0, (i + 1) * nFeatures), nSamples: i + 1, nFeatures }
    const row = packed.subarray(at, at + i + 1)
    squaredDistances(above, rowOf(above, i), row)
    for (let k = 0; k <= i; k++) row[k] = exp(-gamma * row[k])
    at += i + 1
  }
  return packed
}

function meansOf(packed: Float64Array, n: number): Float64Array {
  const sums = new Float64Array(n)
  for (let i = 0, at = 0; i < n; i++) {
    for (let k = 0; k < i; k++, at++) {
      sums[i] += packed[at]
      sums[k] += packed[at]
    }
    sums[i] += packed[at++]
  }
  return sums.map((sum) => sum / n)
}

function center(packed: Float64Array, means: Float64Array, mean: number): void {
  for (let i = 0, at = 0; i < means.length; i++)
    for (let k = 0; k <= i; k++, at++) packed[at] = packed[at] - means[k] - means[i] + mean
}

function unpacked(packed: Float64Array, n: number): Float64Array {
  const cells = new Float64Array(n * n)
  for (let i = 0, at = 0; i < n; i++) {
    for (let k = 0; k <= i; k++, at++) {
      cells[i * n + k] = packed[at]
      cells[k * n + i] = packed[at]
    }
  }
  return cells
}

function signed(vectors: Float64Array, n: number): Float64Array {
  const turned = vectors.slice()
  for (let start = 0; start < vectors.length; start += n) {
    const sign = signOf(vectors.subarray(start, start + n))
    for (let i = start; i < start + n; i++) turned[i] *= sign
  }
  return turned
}
