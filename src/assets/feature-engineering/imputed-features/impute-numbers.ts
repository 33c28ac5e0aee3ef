import {
  fitIterativeImputer,
  type IterativeImputer,
  transformIterativeImputer,
} from '../../../math/iterative-imputer'
import { fitKnnImputer, type KnnImputer, transformKnnImputer } from '../../../math/knn-imputer'
import { type Matrix, selectRows } from '../../../math/matrix'
import type { NumberColumn } from '../../../table/table'
import type { StageSpecs } from '../../branch'
import { AssetError } from '../../failure'
import type { ParamsOf } from '../../spec'

/** How number columns are filled from one another, as plain data; `columns` are their names. */
export type Imputer = { readonly columns: readonly string[] } & (
  | ({ readonly kind: 'knn' } & KnnImputer)
  | ({ readonly kind: 'iterative' } & IterativeImputer)
)

type ImputerParams = Pick<
  ParamsOf<StageSpecs['imputed']>,
  'imputation_type' | 'knn_neighbors' | 'numeric_imputation'
>

/**
 * Learns on the given rows (those with data) how to fill the columns that have a value there; null
 * where columns are filled one by one, or not at all.
 * @throws AssetError for values that the regressions cannot be computed with.
 */
export function fitImputer(
  columns: readonly NumberColumn[],
  rows: readonly number[],
  params: ImputerParams,
): Imputer | null {
  const kind = params.imputation_type
  if (kind === 'simple' || kind === 'none') return null
  const known = columns.filter(({ values }) => rows.some((row) => !Number.isNaN(values[row])))
  if (known.length === 0) return null
  const names = known.map(({ name }) => name)
  const matrix = selectRows(matrixOf(known), rows)
  if (kind === 'knn')
    return { kind, columns: names, ...fitKnnImputer(matrix, params.knn_neighbors) }
  refuseTooLarge(matrix, names)
  return { kind, columns: names, ...fitIterativeImputer(matrix).imputer }
}

/**
 * The columns that the imputer knows, complete: by name, one value a row. `columnNamed` answers the
 * cells of a column, or null where there is none: all its cells are missing then.
 */
export function imputeNumbers(
  imputer: Imputer,
  nRows: number,
  columnNamed: (name: string) => Float64Array | null,
): ReadonlyMap<string, Float64Array> {
  const given = imputer.columns.map(
    (name) => columnNamed(name) ?? new Float64Array(nRows).fill(Number.NaN),
  )
  const matrix = interleave(given, nRows)
  const X =
    imputer.kind === 'knn'
      ? transformKnnImputer(imputer, matrix)
      : transformIterativeImputer(imputer, matrix)
  return new Map(
    imputer.columns.map((name, j) => [
      name,
      Float64Array.from({ length: nRows }, (_, row) => X[row * imputer.columns.length + j]),
    ]),
  )
}

function matrixOf(columns: readonly NumberColumn[]): Matrix {
  return interleave(
    columns.map(({ values }) => values),
    columns[0]?.values.length ?? 0,
  )
}

function interleave(columns: readonly Float64Array[], nSamples: number): Matrix {
  const nFeatures = columns.length
  const X = new Float64Array(nSamples * nFeatures)
  columns.forEach((values, j) => {
    for (let i = 0; i < nSamples; i++) X[i * nFeatures + j] = values[i]
  })
  return { X, nSamples, nFeatures }
}

/** Above this the square of a value, summed over the stores, leaves the range of a double. */
const largest = 1e150

function refuseTooLarge({ X }: Matrix, names: readonly string[]): void {
  const cell = X.findIndex((value) => Math.abs(value) > largest)
  if (cell === -1) return
  const name = names[cell % names.length]
  throw new AssetError({
    code: 'values_too_large',
    message: `"${name}" reaches ${X[cell]}, too large to predict columns from one another.`,
    path: `imputation_type: iterative, column "${name}"`,
    hint: 'Set imputation_type to knn or simple, or leave the column out with ignore_features.',
  })
}
