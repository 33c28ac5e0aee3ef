import { type Matrix, selectRows } from '../../math/matrix'
import { nearestCenters } from '../../math/nearest-centers'
import { transformPca } from '../../math/pca'
import { transformScaler } from '../../math/scaler'
import { cellText, type Column, columnNamed, type Table } from '../../table/table'
import { isDefinedFor, transformMatrix } from '../feature-engineering/normalized-data/transform'
import type { ClusteringModel } from './train-clustering-models/spec'

export type Predicted = {
  /** Id of the nearest cluster per row; 0 where the row has no place in the space of the model. */
  readonly clusters: Int32Array
  /** Euclidean, in the space of the model; NaN without a place. */
  readonly distances: Float64Array
}

/**
 * The nearest cluster of rows that the model may never have seen: filled, encoded, transformed,
 * scaled, weighted and reduced as its training rows were. Columns are found by name: a missing one
 * counts as empty cells, an unknown level as none of the known ones.
 */
export function predict(model: ClusteringModel, table: Table): Predicted {
  const { columns, transforms } = model.preprocessing
  const matrix = encodeRows(table, columns)
  const rows = placeableRows(matrix, transforms)
  const space = toSpace(selectRows(matrix, rows), model)
  const nearest = nearestCenters(space, model.clusterCenters, model.nClusters)
  const clusters = new Int32Array(table.nRows)
  const distances = new Float64Array(table.nRows).fill(NaN)
  rows.forEach((row, i) => {
    clusters[row] = model.clusterIds[nearest.labels[i]]
    distances[row] = nearest.distances[i]
  })
  return { clusters, distances }
}

type Encoding = ClusteringModel['preprocessing']['columns'][number]

function encodeRows(table: Table, encodings: readonly Encoding[]): Matrix {
  const features = encodings.flatMap((encoding) =>
    encodeColumn(columnNamed(table, encoding.name), encoding, table.nRows),
  )
  const nFeatures = features.length
  const X = new Float64Array(table.nRows * nFeatures)
  features.forEach((values, j) => {
    for (let row = 0; row < table.nRows; row++) X[row * nFeatures + j] = values[row]
  })
  return { X, nSamples: table.nRows, nFeatures }
}

/** One feature for numbers and ranks, one per level else; as when the model was trained. */
function encodeColumn(
  column: Column | null,
  { type, fill, encoding, levels }: Encoding,
  nRows: number,
): readonly Float64Array[] {
  if (type === 'number') {
    const values = column?.type === 'number' ? column.values : new Float64Array(nRows).fill(NaN)
    const filled = typeof fill === 'number' ? fill : NaN
    return [values.map((value) => (Number.isNaN(value) ? filled : value))]
  }
  const texts = Array.from({ length: nRows }, (_, row) => textAt(column, row) ?? fill)
  if (encoding === 'ordinal') {
    const ranks = new Map<unknown, number>(levels.map((level, rank) => [level, rank]))
    return [Float64Array.from(texts, (text) => ranks.get(text) ?? (text === null ? NaN : 0))]
  }
  return levels.map((level) =>
    Float64Array.from(texts, (text) => (text === null ? NaN : text === level ? 1 : 0)),
  )
}

/** A column that was text and now holds numbers, or the other way round, says nothing. */
function textAt(column: Column | null, row: number): string | null {
  return column === null || column.type === 'number' ? null : cellText(column, row)
}

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
  const scaled = transformScaler(scaler, transformed)
  const X = scaled.map((value, cell) => value * weights[cell % matrix.nFeatures])
  const weighted = { ...matrix, X }
  if (pca === null) return weighted
  const { nComponents } = pca
  return { ...matrix, X: transformPca(pca, weighted, nComponents), nFeatures: nComponents }
}
