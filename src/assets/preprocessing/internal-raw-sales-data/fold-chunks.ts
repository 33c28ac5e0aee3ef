import type { FoldPlan, SalesFold } from '../../../table/sales-fold'
import type { LevelColumn, NumberColumn, Table } from '../../../table/table'
import type { Report, SourceReader } from '../../source'
import { amountColumn, idColumn } from '../open-source'
import { createFold, type Fold } from './create-fold'
import { tooManySums } from './memory'

/**
 * One pass over the typed rows of any file. Holds sums, never the rows. Errors: `missing_column`,
 * `column_type`, `too_many_sums`.
 */
export async function foldChunks(
  source: SourceReader,
  plan: FoldPlan,
  report: Report,
): Promise<SalesFold> {
  const fold = createFold(plan)
  for await (const { table, firstRow } of source.chunks()) {
    // As many of the bytes as of the rows: where a chunk ends in the file is not known.
    report(Math.round((source.size * firstRow) / source.nRows), source.size, 'bytes')
    addRows(fold, salesColumns(table, source, plan), { nRows: table.nRows, firstRow })
    const nBytes = fold.nBytes()
    if (nBytes > plan.memoryBudget) throw tooManySums(source, plan, nBytes)
  }
  return fold.finish()
}

type SalesColumns = {
  readonly store: LevelColumn
  readonly product: LevelColumn
  readonly value: NumberColumn
  /** Null where the file has no category: one partition, `all`. */
  readonly category: LevelColumn | null
}

function salesColumns(table: Table, source: SourceReader, { columns }: FoldPlan): SalesColumns {
  const { store, product, value, category } = columns
  return {
    store: idColumn(table, source, store),
    product: idColumn(table, source, product),
    value: amountColumn(table, source, value),
    category: category === null ? null : idColumn(table, source, category),
  }
}

type Rows = { readonly nRows: number; readonly firstRow: number }

function addRows(fold: Fold, columns: SalesColumns, { nRows, firstRow }: Rows): void {
  const storeAt = codesOf(columns.store, fold.storeCode)
  const productAt = codesOf(columns.product, fold.productCode)
  const categoryAt = columns.category === null ? null : codesOf(columns.category, fold.categoryCode)
  const wholeFile = categoryAt === null ? fold.categoryCode(fold.wholeFile) : -1
  for (let row = 0; row < nRows; row++)
    fold.add({
      store: storeAt(row),
      product: productAt(row),
      category: categoryAt === null ? wholeFile : categoryAt(row),
      value: columns.value.values[row],
      row: firstRow + row + 1,
    })
}

/** Codes over the whole file of a column whose levels are those of a chunk; -1 where it is empty. */
function codesOf(
  { codes, levels }: LevelColumn,
  codeOf: (text: string) => number,
): (row: number) => number {
  const known = Int32Array.from(levels, (text) => (text === '' ? -1 : codeOf(text)))
  return (row) => (codes[row] === -1 ? -1 : known[codes[row]])
}
