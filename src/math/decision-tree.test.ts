import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addClassShares, type DecisionTree, fitDecisionTree } from './decision-tree'
import { denseRanks } from './dense-ranks'
import { giniSplit, keysFor } from './gini-split'
import type { Matrix } from './matrix'

const matrixOf = (nFeatures: number, ...cells: number[]): Matrix => ({
  X: Float64Array.from(cells),
  nSamples: cells.length / nFeatures,
  nFeatures,
})
const labelsOf = (...labels: number[]) => Int32Array.from(labels)

function sharesOf(tree: DecisionTree, matrix: Matrix) {
  const sums = new Float64Array(matrix.nSamples * tree.nClasses)
  addClassShares(tree, matrix, sums)
  return [...sums]
}

function splitOf(values: readonly number[], labels: readonly number[], nClasses = 2) {
  const ranked = denseRanks(matrixOf(1, ...values))
  const keys = keysFor(values.length, ranked, nClasses)
  const rows = Int32Array.from(values, (_, row) => row)
  return giniSplit({ ranked, labels: Int32Array.from(labels), nClasses, keys }, rows, 0)
}

describe('giniSplit(search, rows, feature)', () => {
  it('cuts midway where the classes part, and says by how much the impurity falls', () => {
    expect(splitOf([1, 2, 5, 9], [0, 0, 1, 1])).toEqual({
      feature: 0,
      threshold: 3.5,
      decrease: 0.5,
    })
  })

  it('takes the lower of two cuts that are as good, and none of a column that does not vary', () => {
    expect(splitOf([1, 2, 3], [0, 1, 0])?.threshold).toBe(1.5)
    expect(splitOf([4, 4, 4], [0, 1, 0])).toBeNull()
    expect(splitOf([0, -0], [0, 1])).toBeNull()
  })

  it('has a finite threshold between any two values, under the upper one', () => {
    const cell = fc.double({ noNaN: true, noDefaultInfinity: true })
    fc.assert(
      fc.property(cell, cell, (a, b) => {
        fc.pre(a < b)
        const threshold = splitOf([a, b], [0, 1])?.threshold ?? Number.NaN
        expect(threshold).toBeGreaterThanOrEqual(a)
        expect(threshold).toBeLessThan(b)
      }),
      {
        examples: [
          [-Number.MAX_VALUE, Number.MAX_VALUE],
          [0, Number.MIN_VALUE],
        ],
      },
    )
  })
})

describe('fitDecisionTree(matrix, labels, nClasses)', () => {
  it('knows the class of every row that it has seen, where no two equal rows differ in class', () => {
    const rows = fc.uniqueArray(fc.double({ noNaN: true, noDefaultInfinity: true }), {
      minLength: 1,
      maxLength: 40,
      comparator: 'IsStrictlyEqual',
    })
    fc.assert(
      fc.property(
        rows,
        fc.array(fc.nat(2), { minLength: 40, maxLength: 40 }),
        (values, classes) => {
          const labels = Int32Array.from(values, (_, row) => classes[row])
          const matrix = matrixOf(1, ...values)
          const shares = sharesOf(fitDecisionTree(matrix, labels, 3), matrix)
          labels.forEach((label, row) => expect(shares[row * 3 + label]).toBe(1))
        },
      ),
    )
  })

  it('answers the shares of a leaf that cannot be cut', () => {
    const tree = fitDecisionTree(matrixOf(2, 1, 1, 1, 1, 1, 1, 1, 1), labelsOf(0, 1, 1, 1), 2)
    expect(sharesOf(tree, matrixOf(2, 5, 5))).toEqual([0.25, 0.75])
  })

  it('takes the first of two columns that are as good', () => {
    const tree = fitDecisionTree(matrixOf(2, 1, 1, 2, 2), labelsOf(0, 1), 2)
    expect(tree.feature[0]).toBe(0)
  })

  it('cuts also where no single cut lowers the impurity', () => {
    const matrix = matrixOf(2, 0, 0, 0, 1, 1, 0, 1, 1)
    const tree = fitDecisionTree(matrix, labelsOf(0, 1, 1, 0), 2)
    expect(sharesOf(tree, matrix)).toEqual([1, 0, 0, 1, 0, 1, 1, 0])
  })

  it('refuses an empty matrix and a missing cell', () => {
    expect(() => fitDecisionTree(matrixOf(1), labelsOf(), 2)).toThrow(RangeError)
    expect(() => fitDecisionTree(matrixOf(1, Number.NaN), labelsOf(0), 2)).toThrow(RangeError)
  })
})
