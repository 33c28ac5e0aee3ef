import { cellText, type LevelColumn, type NumberColumn, type Table } from '../../../table/table'
import { AssetError } from '../../failure'
import type { SourceReader } from '../../source'
import type { ComputeContext, ParamsOf } from '../../spec'
import { hasText } from '../../store-rows'
import { amountColumn, idColumn, onlySource, requireName } from '../open-source'
import { wholeFile, unmapped } from '../partition-names'
import { createLeftOut, type LeftOut } from './left-out'
import { createSalesSums, type SalesSums } from './sales-sums'
import type { internalRawSalesData, RawSales } from './spec'

type SalesParams = ParamsOf<typeof internalRawSalesData>

/** More digits than these are rounded away, so that sums stay exact. */
const maxDecimals = 6

/**
 * One pass over the sales file, summed in integers as the rows come. Holds one entry per
 * (category, store, product), never the rows. Errors: `missing_role`, `missing_column`,
 * `column_type`, `amounts_too_large`.
 */
export async function compute(
  _inputs: object,
  params: SalesParams,
  context: ComputeContext,
): Promise<RawSales> {
  const source = onlySource(context, 'sales')
  const decimals = Math.min(source.valueDecimals, maxDecimals)
  const leftOut = createLeftOut(params)
  const sums = createSalesSums()
  const totals = { nRows: 0, units: 0, magnitude: 0, nWithoutCategory: 0 }
  for await (const { table, firstRow } of source.chunks()) {
    context.report(firstRow, source.nRows)
    const columns = salesColumns(table, source)
    const fold = { sums, leftOut, scale: 10 ** decimals, firstRow }
    for (let row = 0; row < table.nRows; row++) {
      const units = foldRow(columns, row, fold)
      totals.nRows += 1
      if (units === null) continue
      totals.units += units
      totals.magnitude += Math.abs(units)
      if (columns.category !== null && !hasText(columns.category, row)) totals.nWithoutCategory += 1
    }
  }
  if (totals.magnitude > Number.MAX_SAFE_INTEGER) throw tooLarge(source)
  const left = leftOut.report()
  tellLeftOut(left, totals.nRows, context)
  return {
    ...sums.sorted(),
    decimals,
    nRows: totals.nRows,
    totalUnits: totals.units,
    nWithoutCategory: totals.nWithoutCategory,
    ...left,
  }
}

function tellLeftOut(
  { rejectedCounts, filters }: ReturnType<LeftOut['report']>,
  nRows: number,
  { log }: Pick<ComputeContext, 'log'>,
): void {
  for (const { reason, count } of rejectedCounts)
    log('info', `Rows not used, ${reason}: ${count} of ${nRows}.`)
  for (const { name, before, after } of filters)
    if (after < before) log('info', `Rows left out by ${name}: ${before - after} of ${before}.`)
}

type SalesColumns = {
  readonly store: LevelColumn
  readonly product: LevelColumn
  readonly value: NumberColumn
  /** Null where the file has no category: one partition, `all`. */
  readonly category: LevelColumn | null
}

function salesColumns(table: Table, source: SourceReader): SalesColumns {
  const { category } = source.columns
  return {
    store: idColumn(table, source, requireName(source, 'store')),
    product: idColumn(table, source, requireName(source, 'product')),
    value: amountColumn(table, source, requireName(source, 'value')),
    category: category === null ? null : idColumn(table, source, category),
  }
}

type Fold = {
  readonly sums: SalesSums
  readonly leftOut: LeftOut
  readonly scale: number
  readonly firstRow: number
}

/** The units of the row where it is used, else null. */
function foldRow(columns: SalesColumns, row: number, fold: Fold): number | null {
  const value = columns.value.values[row]
  const units = Math.round(value * fold.scale)
  const text = (column: LevelColumn) => (hasText(column, row) ? cellText(column, row) : null)
  const store = text(columns.store)
  const product = text(columns.product)
  const category = columns.category === null ? wholeFile : (text(columns.category) ?? unmapped)
  const fields = { store, product, category, value, units, fileRow: fold.firstRow + row + 1 }
  if (store === null || product === null || Number.isNaN(value)) fold.leftOut.reject(fields)
  else if (!fold.leftOut.isFiltered({ store, category, value })) {
    fold.sums.add(category, store, product, units)
    fold.leftOut.use(store, category)
    return units
  }
  return null
}

function tooLarge(source: SourceReader): AssetError {
  return new AssetError({
    code: 'amounts_too_large',
    message: `The amounts of ${source.name} have too many digits to be summed exactly.`,
    path: `${source.name}: ${source.columns.value}`,
    hint: 'Round the value column to fewer decimals.',
  })
}
