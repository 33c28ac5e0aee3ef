import { applyScaler } from '../../math/fitted-scaler'
import { type Matrix, selectRows } from '../../math/matrix'
import { columnNamed, isMissing, type Table } from '../../table/table'
import { reduceRows } from '../feature-engineering/dimensionality-reduced-features/reduce-rows'
import { isDefinedFor, transformMatrix } from '../feature-engineering/normalized-data/transform'
import { weigh } from '../feature-engineering/normalized-data/weigh'
import { fillRows } from './fill-rows'
import { marginsOf } from './margins-of'
import { placeRows } from './place-rows'
import { readAsTrained } from './read-as-trained'
import type { ClusteringModel } from './train-clustering-models/spec'

export type Predicted = {
  /** Id of the cluster per row; 0 where the row has no place in the space of the model. */
  readonly clusters: Int32Array
  /** Euclidean, to the own centre in the space of the model; NaN without a place. */
  readonly distances: Float64Array
  /** The nearest other cluster; 0 and NaN where there is none. */
  readonly runnerUp: Int32Array
  readonly runnerUpDistances: Float64Array
  readonly margins: Float64Array
  /**
   * 1 for noise, of models that know it, and for a row that equals an outlier of the training;
   * `clusters` is then the nearest one.
   */
  readonly isOutlier: Uint8Array
  /**
   * 1 where the row is farther from its centre than 99 % of the members are, and where it is too far
   * out to be measured.
   */
  readonly isUnlikeAny: Uint8Array
  /** 1 where not one column of the model is known. */
  readonly noData: Uint8Array
  /** Columns of the model that were empty and filled. */
  readonly filledCells: Int32Array
}

/**
 * The cluster of rows that the model may never have seen: read, filled, encoded, transformed, scaled,
 * weighted and reduced as its training rows were, then placed by the shape of its clusters. Columns
 * are found by name: a missing one counts as empty cells, an unknown level as none of the known ones.
 */
export function predict(model: ClusteringModel, table: Table): Predicted {
  const { columns, transforms } = model.preprocessing
  const read = readAsTrained(table, model.reading)
  const matrix = fillRows(read.table, model.preprocessing)
  const rows = placeableRows(matrix, transforms).filter((row) => read.hasTotal[row] === 1)
  const placed = placeRows(toSpace(selectRows(matrix, rows), model), model)
  const margins = marginsOf(placed.distances, placed.runnerUpDistances)
  const filledCells = countEmpty(read.table, columns)
  const answer = emptyAnswer(table.nRows)
  rows.forEach((row, i) => {
    const label = placed.labels[i]
    answer.isOutlier[row] = placed.isNoise[i]
    if (isBeyondMeasure(placed.distances[i], placed.runnerUpDistances[i])) {
      answer.isUnlikeAny[row] = 1
      return
    }
    answer.clusters[row] = model.clusterIds[label]
    answer.distances[row] = placed.distances[i]
    answer.runnerUp[row] = model.clusterIds[placed.runnerUp[i]] ?? 0
    answer.runnerUpDistances[row] = placed.runnerUpDistances[i]
    answer.margins[row] = margins[i]
    answer.isUnlikeAny[row] = placed.distances[i] > model.limits[label] ? 1 : 0
  })
  const noData = Uint8Array.from(filledCells, (filled) => (filled === columns.length ? 1 : 0))
  return { ...answer, noData, filledCells }
}

/** So far out that the squares of its cells are no numbers: nothing says which centre is nearest. */
function isBeyondMeasure(distance: number, runnerUpDistance: number): boolean {
  return !Number.isFinite(distance) || runnerUpDistance === Infinity
}

function emptyAnswer(nRows: number) {
  return {
    clusters: new Int32Array(nRows),
    distances: new Float64Array(nRows).fill(NaN),
    runnerUp: new Int32Array(nRows),
    runnerUpDistances: new Float64Array(nRows).fill(NaN),
    margins: new Float64Array(nRows).fill(NaN),
    isOutlier: new Uint8Array(nRows),
    isUnlikeAny: new Uint8Array(nRows),
  }
}

function countEmpty(table: Table, encodings: readonly Encoding[]): Int32Array {
  const columns = encodings.map(({ name, type }) => {
    const column = columnNamed(table, name)
    // A column that was text and now holds numbers, or the other way round, says nothing.
    return column !== null && (column.type === 'number') === (type === 'number') ? column : null
  })
  return Int32Array.from({ length: table.nRows }, (_, row) =>
    columns.reduce((count, column) => count + (!column || isMissing(column, row) ? 1 : 0), 0),
  )
}

type Encoding = ClusteringModel['preprocessing']['columns'][number]

type Transforms = ClusteringModel['preprocessing']['transforms']

function placeableRows({ X, nSamples, nFeatures }: Matrix, transforms: Transforms): Int32Array {
  const rows: number[] = []
  for (let row = 0; row < nSamples; row++) {
    const isPlaceable = transforms.every(({ kind }, j) => {
      const value = X[row * nFeatures + j]
      return !Number.isNaN(value) && isDefinedFor(kind, value)
    })
    if (isPlaceable) rows.push(row)
  }
  return Int32Array.from(rows)
}

function toSpace(matrix: Matrix, { preprocessing }: ClusteringModel): Matrix {
  const { transforms, scaler, weights, pca } = preprocessing
  const transformed = { ...matrix, X: transformMatrix(matrix, transforms) }
  const X = weigh(applyScaler(scaler, transformed), weights)
  return reduceRows(pca, { ...matrix, X })
}
