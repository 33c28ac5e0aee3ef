import type { FoldPlan, SalesFold } from '../../../table/sales-fold'
import { inspectFile } from '../../inspect'
import type { ByteRange } from '../../kernel/byte-range'
import { isExcelExport } from '../../export/restore-rows'
import { canFold } from '../../kernel/can-fold'
import { canSplitBytes } from '../../kernel/can-split-bytes'
import { foldRange } from '../../kernel/fold-range'
import { findGap } from '../../kernel/fold-sales'
import { mergeFolds } from '../../kernel/merge-folds'
import { plainScanner, type Scanner } from '../../kernel/scanner'
import { foldPlainly } from '../../kernel/testing/reference-fold'
import type { SourceProfile } from '../../source-profile'
import { ChunkedBlob } from '../chunked-blob'
import { broken, differing, type Broken } from './broken'
import type { FuzzFile } from './fuzz-file'
import { createNodeHash } from './node-hash'
import { salesPlanOf } from './sales-plan-of'

const name = 'fuzz.csv'

/**
 * Reads a file by its bytes, as a large one is read, and compares with the reading row by row: the
 * profile, and the sums of sales over one range and over three.
 */
export async function checkKernel(file: FuzzFile, known: SourceProfile): Promise<Broken | null> {
  if (!canSplitBytes(known.options)) return null
  return (
    (await checkProfile(file, known)) ??
    (file.isThorough ? await checkLong(file, known) : null) ??
    (await checkFold(file, known))
  )
}

async function checkProfile(
  { bytes, size }: FuzzFile,
  profile: SourceProfile,
): Promise<Broken | null> {
  const blob = new ChunkedBlob(bytes, size)
  const byBytes = await inspectFile(name, blob, { by: 'bytes', createHash: createNodeHash })
  return differing('bytes and rows give the same profile', byBytes, { ok: true, profile })
}

const nBefore = 110

/** Ordinary rows are read by their bytes from the hundred-and-first on: here the file comes later. */
async function checkLong(
  { bytes, size }: FuzzFile,
  { options, columns }: SourceProfile,
): Promise<Broken | null> {
  const { delimiter } = options
  const row = (cell: (i: number) => string): string =>
    `${columns.map((_, i) => cell(i)).join(delimiter)}\n`
  const before = row((i) => `c${i}`) + row((i) => (i % 2 === 0 ? '7' : 'x')).repeat(nBefore)
  const blob = new ChunkedBlob(
    new Uint8Array([...new TextEncoder().encode(before), ...bytes]),
    16 * size,
  )
  const overrides = { delimiter, skipLines: 0, hasHeader: true, headerRows: 1, endLine: null }
  const scanning = size % 2 === 0 ? { scanner: plainScanner } : {}
  const request = { overrides, createHash: createNodeHash, isFeature: () => false, ...scanning }
  const byRows = await inspectFile(name, blob, { ...request, by: 'rows' })
  const byBytes = await inspectFile(name, blob, { ...request, by: 'bytes' })
  return differing('bytes and rows give the same profile behind plain rows', byBytes, byRows)
}

/** By the fastest scanner in one range, and by its plain twin in three; of some files the other way. */
async function checkFold(
  { bytes, size }: FuzzFile,
  profile: SourceProfile,
): Promise<Broken | null> {
  const plan = salesPlanOf(profile)
  if (plan === null || !canFold(profile, plan.columns)) return null
  if (await isExcelExport(new Blob([bytes]), profile.options)) return null
  const expected = await foldPlainly(new ChunkedBlob(bytes, Infinity), profile, plan)
  const folding = { blob: new ChunkedBlob(bytes, size), profile, plan }
  const [plain, fastest] = [{ pieceSize: size, scanner: plainScanner }, { pieceSize: size }]
  const isOther = size % 2 === 0
  const whole = await foldIn(1, folding, isOther ? plain : fastest)
  const three = await foldIn(3, folding, isOther ? fastest : plain)
  const isExact = Number.isSafeInteger(expected.magnitude * plan.multiple)
  const seen = isExact ? (fold: SalesFold): unknown => fold : countsOf
  return (
    checkSum(whole, profile) ??
    differing('sums by bytes are those by rows', seen(whole), seen(expected)) ??
    differing('sums in ranges are those of the whole', seen(three), seen(expected))
  )
}

type Folding = {
  readonly blob: Blob
  readonly profile: SourceProfile
  readonly plan: FoldPlan
}

type Scanning = { readonly pieceSize: number; readonly scanner?: Scanner }

async function foldIn(
  n: number,
  { blob, profile, plan }: Folding,
  scanning: Scanning,
): Promise<SalesFold> {
  const at = (i: number): number => Math.floor((blob.size * i) / n)
  const ranges: readonly ByteRange[] = Array.from({ length: n }, (_, i) => ({
    start: at(i),
    end: i + 1 === n ? Infinity : at(i + 1),
    isExact: i === 0,
  }))
  const fold = (range: ByteRange) => foldRange(blob, { profile, plan, range }, scanning)
  const partials = await Promise.all(ranges.map(fold))
  for (let gap = findGap(ranges, partials); gap !== null; gap = findGap(ranges, partials))
    partials[gap.index] = await fold(gap.range)
  return mergeFolds(partials, plan)
}

/** Every row is used, rejected or left out by a filter; every used one is in a category. */
function checkSum(fold: SalesFold, { nRows }: SourceProfile): Broken | null {
  const { nUsed, rejectedCounts, filters, categories } = fold
  const nRejected = sum(rejectedCounts.map(({ count }) => count))
  const nLeftOut = sum(filters.map(({ before, after }) => before - after))
  if (fold.nRows === nRows && nUsed + nRejected + nLeftOut === nRows)
    return differing('used rows are in a category', sum(categories.map((one) => one.nRows)), nUsed)
  return broken('rows of the sales add up', { nRows, of: fold.nRows, nUsed, nRejected, nLeftOut })
}

/** Where numbers are too large to be added exactly, a run is refused: only rows are compared then. */
function countsOf({ nRows, nUsed, nWithoutCategory, filters, ...fold }: SalesFold): unknown {
  const { storeIds, products, excluded, categories } = fold
  const counts = categories.map(({ name, nRows, nRowsOfStore }) => ({ name, nRows, nRowsOfStore }))
  return { nRows, nUsed, nWithoutCategory, filters, storeIds, products, excluded, counts }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
