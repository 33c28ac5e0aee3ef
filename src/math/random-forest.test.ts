import { describe, expect, it } from 'vitest'
import type { Matrix } from './matrix'
import { permutationImportance } from './permutation-importance'
import { growDecisionTree } from './decision-tree'
import { denseRanks } from './dense-ranks'
import { createRandom } from './random'
import { classShares, fitRandomForest, predictClasses } from './random-forest'

const defaults = {
  nClasses: 3,
  nEstimators: 30,
  randomState: 42,
  firstStream: 0,
  maxSamples: Infinity,
}

/** Three classes that the first two columns tell together; the others are noise. */
function planted(nSamples: number, seed: number) {
  const random = createRandom(seed)
  const nFeatures = 6
  const X = Float64Array.from({ length: nSamples * nFeatures }, () => random.next())
  const labels = Int32Array.from({ length: nSamples }, (_, row) => {
    const [a, b] = [X[row * nFeatures], X[row * nFeatures + 1]]
    return a < 0.5 ? 0 : b < 0.5 ? 1 : 2
  })
  const matrix: Matrix = { X, nSamples, nFeatures }
  return { matrix, labels }
}

function accuracy(predicted: Int32Array, labels: Int32Array) {
  return predicted.filter((label, row) => label === labels[row]).length / labels.length
}

describe('fitRandomForest(matrix, labels, params) and predictClasses(model, matrix)', () => {
  it('know rows that they have not seen', () => {
    const { matrix, labels } = planted(400, 1)
    const unseen = planted(400, 2)
    const model = fitRandomForest(matrix, labels, defaults)
    expect(accuracy(predictClasses(model, unseen.matrix), unseen.labels)).toBeGreaterThan(0.93)
  })

  it('grow each tree on rows drawn with replacement, by the root of the number of columns', () => {
    const { matrix, labels } = planted(40, 3)
    for (const maxSamples of [15, Infinity]) {
      const random = createRandom(42, 1)
      const rows = Int32Array.from({ length: Math.min(40, maxSamples) }, () => random.nextInt(40))
      const growth = { rows, nClasses: 3, draw: { random, maxFeatures: 2 } }
      const { trees } = fitRandomForest(matrix, labels, { ...defaults, maxSamples })
      expect(trees[1]).toEqual(growDecisionTree(denseRanks(matrix), labels, growth))
    }
  })

  it('answer the lowest of classes that are as likely', () => {
    const equal: Matrix = { X: Float64Array.of(1, 1), nSamples: 2, nFeatures: 1 }
    const tree = growDecisionTree(denseRanks(equal), Int32Array.of(1, 2), {
      rows: Int32Array.of(0, 1),
      nClasses: 3,
      draw: null,
    })
    expect(predictClasses({ trees: [tree], nClasses: 3 }, equal)).toEqual(Int32Array.of(1, 1))
  })

  it('give every row shares of the classes that add up to 1', () => {
    const { matrix, labels } = planted(50, 1)
    const shares = classShares(fitRandomForest(matrix, labels, defaults), matrix)
    for (let row = 0; row < 50; row++)
      expect(shares[3 * row] + shares[3 * row + 1] + shares[3 * row + 2]).toBeCloseTo(1, 12)
  })

  it('grow tree t alike whatever the number of trees, and from the stream on that is given', () => {
    const { matrix, labels } = planted(60, 1)
    const many = fitRandomForest(matrix, labels, defaults)
    expect(fitRandomForest(matrix, labels, { ...defaults, nEstimators: 3 }).trees).toEqual(
      many.trees.slice(0, 3),
    )
    expect(
      fitRandomForest(matrix, labels, { ...defaults, nEstimators: 3, firstStream: 5 }).trees,
    ).toEqual(many.trees.slice(5, 8))
    expect(fitRandomForest(matrix, labels, { ...defaults, randomState: 7 })).not.toEqual(many)
  })

  it('hold the largest doubles, a class without rows, one row, and columns that do not vary', () => {
    const cells = Float64Array.of(-Number.MAX_VALUE, 1, Number.MAX_VALUE, 1, 5e-324, 1)
    const matrix: Matrix = { X: cells, nSamples: 3, nFeatures: 2 }
    const model = fitRandomForest(matrix, Int32Array.of(0, 2, 0), defaults)
    for (const { threshold, shares } of model.trees)
      expect([...threshold, ...shares].every(Number.isFinite)).toBe(true)
    expect(predictClasses(model, matrix)).not.toContain(1)
    const one: Matrix = { X: Float64Array.of(3), nSamples: 1, nFeatures: 1 }
    expect(predictClasses(fitRandomForest(one, Int32Array.of(1), defaults), one)).toEqual(
      Int32Array.of(1),
    )
  })

  it('refuse an empty matrix and a missing cell', () => {
    const empty: Matrix = { X: new Float64Array(0), nSamples: 0, nFeatures: 1 }
    const missing: Matrix = { X: Float64Array.of(Number.NaN), nSamples: 1, nFeatures: 1 }
    expect(() => fitRandomForest(empty, new Int32Array(0), defaults)).toThrow(
      new RangeError('A random forest needs at least one row.'),
    )
    expect(() => fitRandomForest(missing, Int32Array.of(0), defaults)).toThrow(RangeError)
  })
})

describe('permutationImportance(matrix, params)', () => {
  const train = planted(400, 1)
  const { matrix, labels } = planted(300, 2)
  const importanceOf = (groups: readonly Int32Array[], seed = 3) => {
    const model = fitRandomForest(train.matrix, train.labels, defaults)
    const score = (rows: Matrix) => accuracy(predictClasses(model, rows), labels)
    const random = createRandom(seed)
    return permutationImportance(matrix, { groups, score, nRepeats: 5, random })
  }

  it('is large for what tells the classes and about 0 for noise', () => {
    const found = importanceOf([0, 1, 2, 3, 4, 5].map((j) => Int32Array.of(j)))
    expect(found[0]).toBeGreaterThan(found[1])
    expect(found[1]).toBeGreaterThan(0.15)
    for (const noise of found.slice(2)) expect(Math.abs(noise)).toBeLessThan(0.02)
  })

  it('shuffles the columns of a group together: all of them leave chance', () => {
    const [together, apart] = [
      importanceOf([Int32Array.of(0, 1)])[0],
      importanceOf([Int32Array.of(0), Int32Array.of(1)]),
    ]
    expect(together).toBeGreaterThan(apart[0])
    const seen = permutationImportance(matrix, {
      groups: [Int32Array.of(0, 1)],
      score: (rows) => {
        const pairs = new Set<string>()
        for (let i = 0; i < rows.nSamples; i++) pairs.add(`${rows.X[i * 6]} ${rows.X[i * 6 + 1]}`)
        for (let i = 0; i < matrix.nSamples; i++)
          pairs.delete(`${matrix.X[i * 6]} ${matrix.X[i * 6 + 1]}`)
        return pairs.size
      },
      nRepeats: 1,
      random: createRandom(1),
    })
    expect(seen).toEqual(Float64Array.of(0))
  })

  it('scores the matrix once, and each group as often as asked', () => {
    let nScores = 0
    const falls = permutationImportance(matrix, {
      groups: [Int32Array.of(0), Int32Array.of(4, 5)],
      score: () => -nScores++,
      nRepeats: 3,
      random: createRandom(1),
    })
    expect(nScores).toBe(7)
    expect(falls).toEqual(Float64Array.of((1 + 2 + 3) / 3, (4 + 5 + 6) / 3))
  })

  it('is nothing without rows or groups, and writes nothing to the matrix', () => {
    const before = matrix.X.slice()
    importanceOf([Int32Array.of(0)])
    expect(matrix.X).toEqual(before)
    expect(importanceOf([])).toEqual(new Float64Array(0))
  })
})
