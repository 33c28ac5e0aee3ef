import { mean } from '../../../../math/mean'
import type { Matrix } from '../../../../math/matrix'
import { permutationImportance } from '../../../../math/permutation-importance'
import { createRandom } from '../../../../math/random'
import { classShares, fitRandomForest, predictClasses } from '../../../../math/random-forest'
import { standardDeviation } from '../../../../math/standard-deviation'
import { stratifiedFolds } from '../../../../math/stratified-folds'
import type { Column } from '../../../../table/table'
import { fitEncoder } from './fit-encoder'

/** Rows of the columns and the class of each, 0 .. nClasses - 1. */
export type Sample = { readonly rows: Int32Array; readonly classes: Int32Array }

export type ForestSettings = {
  readonly nClasses: number
  readonly nFolds: number
  readonly nTrees: number
  readonly randomState: number
  /** Called once for each forest that is done. */
  readonly onForest: () => void
}

export type Ranking = {
  /** Per column: mean over the folds, and standard deviation over them (ddof 0). */
  readonly importance: Float64Array
  readonly sd: Float64Array
  /** Share of the rows that the forest which did not see them tells right. */
  readonly accuracy: number
}

/** Rows that a tree is grown on at most: more of them make a forest slower, hardly better. */
const mostRows = 2000
const nRepeats = 3

/** Numbers of streams: what the ranking `place` draws never meets what another one draws. */
const streamsPerRanking = 65_536
const streamsPerFold = 2048

/**
 * How much each column tells of the classes: the mean over the folds of how much a forest of the other
 * folds loses on this one when the column is shuffled. What it loses is votes for the right class, not
 * rows told right: where several columns tell the same, hardly a row is lost with one of them, and a
 * ranking by accuracy would be one of chance.
 * @param place which ranking of several this is: its random numbers are its own.
 */
export function rankFeatures(
  columns: readonly Column[],
  sample: Sample,
  { place, ...settings }: ForestSettings & { readonly place: number },
): Ranking {
  const { nFolds, randomState } = settings
  const first = place * streamsPerRanking
  const folds = stratifiedFolds(sample.classes, nFolds, createRandom(randomState, first))
  const byFold: Float64Array[] = []
  let nRight = 0
  for (let fold = 0; fold < nFolds; fold++) {
    const firstStream = first + (fold + 1) * streamsPerFold
    const [training, unseen] = splitAt(sample, folds, fold)
    const model = fitModel(columns, training, { ...settings, firstStream })
    const score = (matrix: Matrix) => shareOfVotes(model.votes(matrix), unseen.classes)
    const matrix = model.encode(unseen.rows)
    const random = createRandom(randomState, firstStream + streamsPerFold - 1)
    byFold.push(permutationImportance(matrix, { groups: model.groups, score, nRepeats, random }))
    const told = model.predict(matrix)
    nRight += told.filter((label, i) => label === unseen.classes[i]).length
  }
  const ofColumn = columns.map((_, j) => Float64Array.from(byFold, (values) => values[j]))
  return {
    importance: Float64Array.from(ofColumn, mean),
    sd: Float64Array.from(ofColumn, standardDeviation),
    accuracy: nRight / sample.rows.length,
  }
}

/** A forest over the columns, with the encoding that its rows gave. */
export function fitModel(
  columns: readonly Column[],
  { rows, classes }: Sample,
  settings: ForestSettings & { readonly firstStream: number },
) {
  const { nClasses, nTrees, randomState, firstStream, onForest } = settings
  const { groups, encode } = fitEncoder(columns, rows)
  const forest = fitRandomForest(encode(rows), classes, {
    nClasses,
    nEstimators: nTrees,
    randomState,
    firstStream,
    maxSamples: mostRows,
  })
  onForest()
  return {
    groups,
    encode,
    predict: (matrix: Matrix) => predictClasses(forest, matrix),
    votes: (matrix: Matrix) => classShares(forest, matrix),
  }
}

/** The rows outside a fold, and those of it. */
export function splitAt(
  { rows, classes }: Sample,
  folds: Int32Array,
  fold: number,
): readonly [Sample, Sample] {
  const outside = {
    rows: rows.filter((_, i) => folds[i] !== fold),
    classes: classes.filter((_, i) => folds[i] !== fold),
  }
  const inside = {
    rows: rows.filter((_, i) => folds[i] === fold),
    classes: classes.filter((_, i) => folds[i] === fold),
  }
  return [outside, inside]
}

/** The mean share of the votes that goes to the class that a row is of. */
function shareOfVotes(votes: Float64Array, classes: Int32Array): number {
  const nClasses = votes.length / classes.length
  let sum = 0
  for (let i = 0; i < classes.length; i++) sum += votes[i * nClasses + classes[i]]
  return classes.length === 0 ? 0 : sum / classes.length
}
