import type { FoldPlan } from '../../table/sales-fold'
import { planColumns } from '../build-chunk'
import { createDataRows } from '../data-rows'
import { FileError } from '../failure'
import type { RowBatch } from '../read-rows'
import type { SourceProfile } from '../source-profile'
import { amountOf, createAmounts, readAmounts, type Amounts } from './amounts'
import { pieceSize } from './byte-pieces'
import { addRows } from './fold-rows'
import { bytesOfSums, createFoldState, type FoldState } from './fold-state'
import { toPartial, type PartialFold } from './partial-fold'
import type { ByteRange } from './byte-range'
import { openCells, type CellReader } from './read-cells'
import { createScanner } from './create-scanner'
import type { Scanner } from './scanner'
import { coded, keyColumn } from './product-keys'
import { planSlots, type SalesSlots } from './sales-slots'
import { readWidth } from './read-width'
import type { CellBatch } from './cell-batch'
import { createLooseText } from './text-of-bytes'
import { codeColumn, codeOfText, type TextCodes } from './text-codes'

export type FoldOptions = {
  /** Told how many bytes of the range are read. */
  readonly report?: (bytesDone: number, bytesTotal: number) => void
  readonly pieceSize?: number
  /** The fastest of the host by default. */
  readonly scanner?: Scanner
}

/** For messages: a file that was inspected fails here only when it has changed since. */
const name = 'The file'

/**
 * Folds the records that begin in a range of a file. Where the range does not begin the file, the
 * first line end behind its start is taken for the end of a record: `joinFolds` tells whether it was.
 * @throws FileError where the file has changed, or its sums take more than the plan allows.
 */
export async function foldRange(
  blob: Blob,
  { profile, plan, range }: FoldRequest,
  options: FoldOptions = {},
): Promise<PartialFold> {
  const decode = createLooseText()
  const total = Math.min(range.end, blob.size) - range.start
  let nDone = 0
  const cells = openCells({
    name,
    blob,
    from: range.isExact ? range.start : range.start - 1,
    pieceSize: options.pieceSize ?? pieceSize,
    dialect: profile.options,
    width: await readWidth(blob, { ...profile.options, name, isStrict: false }),
    decode,
    onBytes: (bytes) => {
      nDone += bytes.length
      options.report?.(Math.min(nDone, total), total)
    },
  })
  try {
    const state = createFoldState(plan, decode)
    const sink = createSink(state, profile, options.scanner)
    if (range.start === 0) await passHeader(cells, profile, sink)
    else if (!range.isExact) await cells.skipLine()
    const from = range.start === 0 ? 0 : cells.offset()
    const run = { scanner: sink.scanner, layout: { ...sink.layout, until: range.end } }
    const isInRange = () => cells.isOpen() || cells.offset() < range.end
    while ((await cells.readRun(run, sink.onBatch)) === 'odd' && isInRange()) {
      const batch = await cells.take(1)
      // After damage every record counts as odd, so that only the lack of one tells the end.
      if (batch.rows.length === 0) break
      sink.onOdd(batch)
    }
    return toPartial(state, from, cells.offset())
  } finally {
    await cells.close()
  }
}

export type FoldRequest = {
  readonly profile: SourceProfile
  readonly plan: FoldPlan
  readonly range: ByteRange
}

async function passHeader(
  cells: CellReader,
  { options }: SourceProfile,
  sink: Sink,
): Promise<void> {
  await cells.skipHead(options.skipLines)
  if (!options.hasHeader) return
  const { rows, lines } = await cells.take(1)
  sink.onOdd({ rows: rows.slice(1), lines: lines.slice(1) })
}

type Sink = ReturnType<typeof createSink>

function createSink(state: FoldState, profile: SourceProfile, given?: Scanner) {
  const { plan } = state
  const slots = planSlots(profile, plan.columns)
  const { format } = planColumns(profile, new Set())[slots.value.column]
  const { layout } = slots
  const scanner = given ?? createScanner({ nColumns: layout.slots.length, nSlots: layout.nSlots })
  const amounts = createAmounts({
    scanner,
    format,
    nullTokens: profile.options.nullTokens,
    decimals: plan.decimals,
    decode: state.stores.decode,
  })
  const table = createDataRows({ ...profile.options, findsEnd: false })
  let nBatches = 0
  table.add(topOf(profile))
  return {
    scanner,
    layout,
    onBatch: (batch: CellBatch) => {
      codeBatch(state, slots, batch)
      readAmounts(amounts, batch, slots.value.slot)
      addRows(state, amounts, batch.nRows)
      if (nBatches++ % checkEvery === 0) checkMemory(state)
    },
    onOdd: (batch: RowBatch) => {
      for (const row of table.add(batch).rows) addTexts(state, amounts, { row, slots })
    },
  }
}

/** What the first range begins with and the others have to know. */
function topOf({ options, columns, preview }: SourceProfile): RowBatch {
  const header = options.hasHeader ? [columns.map((column) => column.name)] : []
  const rows = [...header, ...preview.slice(0, 1)]
  return { rows, lines: rows.map(() => 1) }
}

function codeBatch(state: FoldState, slots: SalesSlots, batch: CellBatch): void {
  const { rows, stores, products, categories } = state
  codeColumn(stores, batch, slots.store.slot, rows.stores)
  keyColumn(products, batch, slots.product.slot, rows)
  if (slots.category !== null) codeColumn(categories, batch, slots.category.slot, rows.categories)
}

function addTexts(
  state: FoldState,
  amounts: Amounts,
  { row, slots }: { readonly row: readonly string[]; readonly slots: SalesSlots },
): void {
  const { rows, stores, products, categories } = state
  const codeOf = (codes: TextCodes, column: number): number => {
    const text = row[column] ?? ''
    return text === '' ? -1 : codeOfText(codes, text)
  }
  const product = codeOf(products, slots.product.column)
  const value = amountOf(amounts, row[slots.value.column] ?? '')
  rows.stores[0] = codeOf(stores, slots.store.column)
  rows.firsts[0] = product === -1 ? 0 : product
  rows.seconds[0] = product === -1 ? 0 : coded
  if (slots.category !== null) rows.categories[0] = codeOf(categories, slots.category.column)
  amounts.values[0] = value
  amounts.units[0] = Math.round(value * amounts.scale)
  addRows(state, amounts, 1)
}

/** In batches: to add all sums up takes as long as some rows do. */
const checkEvery = 64

function checkMemory(state: FoldState): void {
  const nBytes = bytesOfSums(state)
  const { memoryBudget, columns } = state.plan
  if (nBytes <= memoryBudget) return
  throw new FileError({
    code: 'too_many_sums',
    message: `The sums by store, category and need state need more than ${Math.round(nBytes / 1e6)} MB; this run can hold ${Math.round(memoryBudget / 1e6)} MB.`,
    path: `${name}: ${columns.store}`,
    hint: `Check that ${columns.store} is the store column and ${columns.category ?? 'none'} the category column; else split the file by category.`,
  })
}
