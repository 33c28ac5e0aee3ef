import { createRandom } from './random'
import { type SymmetricEigen, symmetricEigen } from './symmetric-eigen'

/** As many vectors are multiplied at once: the matrix is read once for all of them. */
const blockSize = 4
/** Residual of an accepted pair, as a share of the largest eigenvalue. */
const precision = 1e-12
const maxBlocks = 1000

/**
 * The `count` largest eigenvalues of a symmetric matrix and their vectors, one a row, from its lower
 * triangle (row by row, in half of the memory): a block
 * Krylov space with Rayleigh-Ritz, full orthogonalisation and restarts from the best vectors so far
 * (thick restart). Vectors are seeded and every sum has a fixed order, so the answer is the same
 * everywhere. O(n^2) a vector; holds 2 (2 count + 60) vectors.
 */
export function leadingEigen(packed: Float64Array, count: number): SymmetricEigen {
  const n = sizeOfPacked(packed)
  const random = createRandom(0)
  const draw = () => Float64Array.from({ length: n }, () => random.next() - 0.5)
  const capacity = Math.min(n, 2 * count + 60)
  let basis: Float64Array[] = []
  let images: Float64Array[] = []
  let next = Array.from({ length: Math.min(blockSize, n) }, draw)
  for (let step = 0; ; step++) {
    const added = orthonormalised(next, basis, draw).slice(0, capacity - basis.length)
    basis.push(...added)
    images.push(...multiply(packed, added))
    const ritz = rayleighRitz(basis, images)
    const top = Math.min(count, basis.length)
    const residuals = residualsOf({ basis, images, ritz, top })
    const open = residuals.filter(({ norm }) => norm > precision * Math.abs(ritz.values[0]))
    const isWhole = basis.length === n
    if (
      (open.length === 0 && basis.length >= Math.min(n, count + blockSize)) ||
      isWhole ||
      step === maxBlocks
    )
      return answer(basis, ritz, top)
    next = (open.length === 0 ? [draw()] : open.map(({ vector }) => vector)).slice(0, blockSize)
    if (basis.length + next.length <= capacity) continue
    const kept = Math.min(count + 2 * blockSize, basis.length)
    const [oldBasis, oldImages] = [basis, images]
    basis = combined(oldBasis, ritz, kept)
    images = combined(oldImages, ritz, kept)
  }
}

/** Rows of a symmetric matrix whose lower triangle has so many cells. */
function sizeOfPacked(packed: Float64Array): number {
  return Math.round((Math.sqrt(8 * packed.length + 1) - 1) / 2)
}

/**
 * Multiplies up to four vectors by the packed matrix in one pass over it. They lie side by side, and
 * four sums are written out, so that each cell is read once: this is where the time goes.
 */
function multiply(packed: Float64Array, vectors: readonly Float64Array[]): Float64Array[] {
  const n = sizeOfPacked(packed)
  const across = new Float64Array(n * blockSize)
  vectors.forEach((vector, v) => {
    for (let i = 0; i < n; i++) across[i * blockSize + v] = vector[i]
  })
  const sums = new Float64Array(n * blockSize)
  for (let i = 0, at = 0; i < n; i++) {
    const own = i * blockSize
    const [a, b, c, d] = [across[own], across[own + 1], across[own + 2], across[own + 3]]
    let [sumA, sumB, sumC, sumD] = [0, 0, 0, 0]
    for (let k = 0; k < own; k += blockSize) {
      const cell = packed[at++]
      sumA += cell * across[k]
      sumB += cell * across[k + 1]
      sumC += cell * across[k + 2]
      sumD += cell * across[k + 3]
      sums[k] += cell * a
      sums[k + 1] += cell * b
      sums[k + 2] += cell * c
      sums[k + 3] += cell * d
    }
    const diagonal = packed[at++]
    sums[own] += sumA + diagonal * a
    sums[own + 1] += sumB + diagonal * b
    sums[own + 2] += sumC + diagonal * c
    sums[own + 3] += sumD + diagonal * d
  }
  return vectors.map((_, v) => Float64Array.from({ length: n }, (_, i) => sums[i * blockSize + v]))
}

/** Unit vectors at right angles to the basis and to each other; a random one where nothing is left. */
function orthonormalised(
  vectors: readonly Float64Array[],
  basis: readonly Float64Array[],
  draw: () => Float64Array,
): readonly Float64Array[] {
  const found: Float64Array[] = []
  for (const vector of vectors) {
    let candidate = unit(vector)
    for (let attempt = 0; attempt < 3; attempt++) {
      const rest = withoutParts(withoutParts(candidate, basis, found), basis, found)
      if (normOf(rest) > 1e-10) {
        // Once more at full length: what was subtracted left rounding behind.
        found.push(unit(withoutParts(unit(rest), basis, found)))
        break
      }
      candidate = unit(draw())
    }
  }
  return found
}

function withoutParts(vector: Float64Array, ...sets: readonly (readonly Float64Array[])[]) {
  const rest = vector.slice()
  for (const set of sets) for (const one of set) addScaled(rest, one, -dot(rest, one))
  return rest
}

function rayleighRitz(basis: readonly Float64Array[], images: readonly Float64Array[]) {
  const m = basis.length
  const projected = new Float64Array(m * m)
  for (let a = 0; a < m; a++) {
    for (let b = 0; b <= a; b++) {
      const value = (dot(basis[a], images[b]) + dot(basis[b], images[a])) / 2
      projected[a * m + b] = value
      projected[b * m + a] = value
    }
  }
  return symmetricEigen(projected, m)
}

type Space = {
  readonly basis: readonly Float64Array[]
  readonly images: readonly Float64Array[]
  readonly ritz: SymmetricEigen
  readonly top: number
}

/** What the operator does to each leading vector beyond stretching it. */
function residualsOf({ basis, images, ritz, top }: Space) {
  const vectors = combined(basis, ritz, top)
  return combined(images, ritz, top).map((image, c) => {
    addScaled(image, vectors[c], -ritz.values[c])
    return { vector: image, norm: normOf(image) }
  })
}

/** The first `count` combinations of the vectors, by the rows of `ritz.vectors`. */
function combined(vectors: readonly Float64Array[], ritz: SymmetricEigen, count: number) {
  const m = vectors.length
  return Array.from({ length: count }, (_, c) => {
    const sum = new Float64Array(vectors[0].length)
    for (let a = 0; a < m; a++) addScaled(sum, vectors[a], ritz.vectors[c * m + a])
    return sum
  })
}

function answer(basis: readonly Float64Array[], ritz: SymmetricEigen, top: number): SymmetricEigen {
  const n = basis[0].length
  const vectors = new Float64Array(top * n)
  combined(basis, ritz, top).forEach((vector, c) => vectors.set(unit(vector), c * n))
  return { values: ritz.values.slice(0, top), vectors }
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i]
  return sum
}

function addScaled(sum: Float64Array, vector: Float64Array, factor: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] += vector[i] * factor
}

function normOf(vector: Float64Array): number {
  return Math.sqrt(dot(vector, vector))
}

function unit(vector: Float64Array): Float64Array {
  const norm = normOf(vector)
  return norm === 0 ? vector : vector.map((value) => value / norm)
}
