import type { Matrix } from '../../math/matrix'
import { cellText, type Column, columnNamed, type Table } from '../../table/table'
import { imputeNumbers } from '../feature-engineering/imputed-features/impute-numbers'
import type { ClusteringModel } from './train-clustering-models/spec'

type Filling = Pick<ClusteringModel['preprocessing'], 'columns' | 'imputer'>
type Encoding = Filling['columns'][number]

/**
 * Rows that a model may never have seen as its features: filled and encoded as its training rows
 * were. Columns are found by name: a missing one counts as empty cells, an unknown level as none of
 * the known ones. A cell that nothing fills is NaN.
 */
export function fillRows(table: Table, { columns, imputer }: Filling): Matrix {
  const filled =
    imputer === null
      ? null
      : imputeNumbers(imputer, table.nRows, (name) => numbersIn(columnNamed(table, name)))
  const features = columns.flatMap((encoding) => {
    const values = filled?.get(encoding.name)
    return values === undefined
      ? encodeColumn(columnNamed(table, encoding.name), encoding, table.nRows)
      : [values]
  })
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
    const values = numbersIn(column) ?? new Float64Array(nRows).fill(NaN)
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

/** A column that was numbers and now holds text, or the other way round, says nothing. */
function numbersIn(column: Column | null): Float64Array | null {
  return column?.type === 'number' ? column.values : null
}

function textAt(column: Column | null, row: number): string | null {
  return column === null || column.type === 'number' ? null : cellText(column, row)
}
