import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addClassShares,
  type DecisionTree,
  fitDecisionTree,
  growDecisionTree,
} from './decision-tree'
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

const squares = (labels: readonly number[]) =>
  [0, 1, 2].reduce((sum, c) => sum + labels.filter((label) => label === c).length ** 2, 0)

/** By trying every cut: the sum of squared class counts over the size, on both sides. */
function splitByHand(values: readonly number[], labels: readonly number[]) {
  const n = values.length
  const distinct = [...new Set(values)].sort((a, b) => a - b)
  let best: { threshold: number; score: number } | null = null
  for (let at = 1; at < distinct.length; at++) {
    const threshold = (distinct[at - 1] + distinct[at]) / 2
    const left = labels.filter((_, i) => values[i] <= threshold)
    const right = labels.filter((_, i) => values[i] > threshold)
    const score = squares(left) / left.length + squares(right) / right.length
    if (best === null || score > best.score) best = { threshold, score }
  }
  return best && { ...best, decrease: Math.max(0, (best.score - squares(labels) / n) / n) }
}

type LabelledRow = { readonly cells: readonly number[]; readonly label: number }

/** The class shares of a row in a tree that is grown by trying every cut of every column. */
function sharesByHand(rows: readonly LabelledRow[], row: readonly number[]): number[] {
  const labels = rows.map(({ label }) => label)
  const cuts = row.map((_, j) =>
    splitByHand(
      rows.map(({ cells }) => cells[j]),
      labels,
    ),
  )
  let feature = -1
  cuts.forEach((cut, j) => {
    const before = cuts[feature]
    if (cut && (!before || cut.decrease > before.decrease)) feature = j
  })
  const cut = cuts[feature]
  if (!cut || new Set(labels).size === 1)
    return [0, 1, 2].map((c) => labels.filter((label) => label === c).length / labels.length)
  const isLeft = (cells: readonly number[]) => cells[feature] <= cut.threshold
  return sharesByHand(
    rows.filter(({ cells }) => isLeft(cells) === isLeft(row)),
    row,
  )
}

describe('giniSplit(search, rows, feature)', () => {
  it('is the best of all cuts, the lowest on a tie', () => {
    const row = fc.record({ value: fc.nat({ max: 6 }), label: fc.nat({ max: 2 }) })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 14 }), (rows) => {
        const values = rows.map(({ value }) => value)
        const labels = rows.map(({ label }) => label)
        const split = splitOf(values, labels, 3)
        const expected = splitByHand(values, labels)
        expect(split?.threshold).toBe(expected?.threshold)
        expect(split?.decrease).toBe(expected?.decrease)
      }),
      { numRuns: 300 },
    )
  })

  it('looks at the rows that it is given alone, as often as they come, in the column asked for', () => {
    const ranked = denseRanks(matrixOf(2, 9, 1, 9, 2, 9, 4, 9, 8))
    const keys = keysFor(9, ranked, 2)
    const search = { ranked, labels: labelsOf(0, 0, 1, 1), nClasses: 2, keys }
    expect(giniSplit(search, Int32Array.of(3, 0, 3, 3), 1)).toEqual({
      feature: 1,
      threshold: 4.5,
      decrease: 0.375,
    })
    expect(giniSplit(search, Int32Array.of(3, 0, 3, 3), 0)).toBeNull()
  })

  it('cuts midway where the classes part, and says by how much the impurity falls', () => {
    expect(splitOf([1, 2, 5, 9], [0, 0, 1, 1])).toEqual({
      feature: 0,
      threshold: 3.5,
      decrease: 0.5,
    })
  })

  it('sorts keys of 32 bits where they hold every rank and class', () => {
    const ranked = denseRanks(matrixOf(1, 1, 2))
    const keysOf = (nSamples: number) => keysFor(3, { ...ranked, nSamples }, 2)
    expect(keysOf(2 ** 31 - 1)).toEqual(new Uint32Array(3))
    expect(keysOf(2 ** 31)).toEqual(new Float64Array(3))
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

  it('is the tree that trying every cut of every column grows', () => {
    const cell = fc.nat({ max: 4 })
    const row = fc.record({ cells: fc.tuple(cell, cell), label: fc.nat({ max: 2 }) })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (rows) => {
        const matrix = matrixOf(2, ...rows.flatMap(({ cells }) => cells))
        const tree = fitDecisionTree(
          matrix,
          Int32Array.from(rows, ({ label }) => label),
          3,
        )
        const grid = Array.from({ length: 25 }, (_, at) => [Math.floor(at / 5), at % 5])
        expect(sharesOf(tree, matrixOf(2, ...grid.flat()))).toEqual(
          grid.flatMap((place) => sharesByHand(rows, place)),
        )
      }),
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
    expect(() => fitDecisionTree(matrixOf(1), labelsOf(), 2)).toThrow(
      new RangeError('A decision tree needs at least one row.'),
    )
    expect(() => fitDecisionTree(matrixOf(1, Number.NaN), labelsOf(0), 2)).toThrow(RangeError)
  })
})

describe('growDecisionTree(ranked, labels, growth)', () => {
  /** The root's column where `places` are drawn among the columns that are left, and among how many. */
  function drawn(matrix: Matrix, places: readonly number[], maxFeatures: number) {
    const asked: number[] = []
    const nextInt = (n: number) => places[asked.push(n) - 1]
    const growth = { rows: Int32Array.of(0, 1, 2, 3), nClasses: 2 }
    const draw = { random: { next: () => 0, nextInt }, maxFeatures }
    const tree = growDecisionTree(denseRanks(matrix), labelsOf(0, 0, 1, 1), { ...growth, draw })
    return { column: tree.feature[0], asked }
  }
  // Column 0 does not vary, 1 parts the classes, 2 does not, 3 does as 1.
  const matrix = matrixOf(4, 5, 1, 1, 1, 5, 2, 9, 2, 5, 3, 1, 3, 5, 4, 9, 4)

  it('draws columns until as many vary as asked for, without drawing one twice', () => {
    expect(drawn(matrix, [1], 1)).toEqual({ column: 1, asked: [4] })
    expect(drawn(matrix, [0, 0], 1)).toEqual({ column: 3, asked: [4, 3] })
    expect(drawn(matrix, [2, 2, 1], 2)).toEqual({ column: 3, asked: [4, 3] })
    expect(drawn(matrix, [2, 0, 0], 2)).toEqual({ column: 3, asked: [4, 3, 2] })
  })

  it('has every column at hand again at the next node', () => {
    const rows = Int32Array.of(0, 1, 2, 3)
    const places = [0]
    const random = { next: () => 0, nextInt: () => places.shift() ?? 1 }
    const tree = growDecisionTree(
      denseRanks(matrixOf(2, 1, 5, 2, 5, 3, 6, 4, 6)),
      labelsOf(0, 1, 0, 1),
      { rows, nClasses: 2, draw: { random, maxFeatures: 1 } },
    )
    // The first column at the root, which then is the last of the two, and so again and again.
    expect(tree.feature.filter((column) => column !== -1)).toEqual(Int32Array.of(0, 0, 0))
  })

  it('takes the first of columns that are as good, whichever is drawn first', () => {
    expect(drawn(matrix, [3, 1], 2).column).toBe(1)
    expect(drawn(matrix, [0, 0, 0, 0], 9)).toEqual({ column: 1, asked: [4, 3, 2, 1] })
  })
})
