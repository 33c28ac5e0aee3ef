import { cellText, isMissing, type Column, type Table } from '../../../table/table'
import type { FileFailure } from '../../failure'
import { inspectFile, type Inspection } from '../../inspect'
import { readRows } from '../../read-rows'
import { readTable } from '../../read-table'
import { readText, type TextReading } from '../../read-text'
import type { SourceProfile } from '../../source-profile'
import { ChunkedBlob } from '../chunked-blob'
import { broken, differing, type Broken } from './broken'
import { checkKernel } from './check-kernel'
import { countRecords, signCounter } from './count-records'
import type { FuzzFile } from './fuzz-file'
import { createNodeHash } from './node-hash'

type Bytes = Uint8Array<ArrayBuffer>

const name = 'fuzz.csv'
const longest = 5000

/**
 * Reads a file in every way there is and compares: whole and in pieces of `size` bytes, as a profile,
 * as text, as a table, by rows and by bytes. `null` where no promise is broken.
 */
export async function checkFile(file: FuzzFile): Promise<Broken | null> {
  try {
    const first = await timed(file)
    if (first.ms <= longest || first.broken !== null) return first.broken
    // On a busy machine a thread may wait for its turn: once more.
    const second = await timed(file)
    if (second.ms <= longest) return second.broken
    return { rule: 'an answer within 5 s', detail: `${Math.round(second.ms)} ms` }
  } catch (error) {
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { rule: 'nothing is thrown', detail }
  }
}

async function timed(
  file: FuzzFile,
): Promise<{ readonly broken: Broken | null; readonly ms: number }> {
  const start = performance.now()
  const broken = await findBroken(file)
  return { broken, ms: performance.now() - start }
}

async function findBroken(file: FuzzFile): Promise<Broken | null> {
  const { bytes, size, isThorough } = file
  const whole = new ChunkedBlob(bytes, Infinity)
  const inspection = await inspectFile(name, whole, { createHash: createNodeHash })
  const text = await readText(name, new ChunkedBlob(bytes, size), {})
  return (
    checkFailures(inspection, text) ??
    (isThorough ? await checkCuts(bytes, size, inspection) : null) ??
    (inspection.ok ? checkProfile(inspection.profile, text) : null) ??
    (inspection.ok
      ? checkTable(inspection.profile, await tableOf(whole, inspection), text)
      : null) ??
    (inspection.ok ? checkRecords(inspection.profile, bytes) : null) ??
    (await checkSigns(bytes, text)) ??
    (inspection.ok ? await checkKernel(file, inspection.profile) : null)
  )
}

function tableOf(blob: Blob, { profile }: { readonly profile: SourceProfile }): Promise<Table> {
  return readTable(blob, profile, [])
}

function checkFailures(inspection: Inspection, text: TextReading): Broken | null {
  const failures = [inspection, text].flatMap((answer) => (answer.ok ? [] : [answer.failure]))
  for (const failure of failures)
    if (!isComplete(failure)) return broken('a failure is complete', failure)
  if (text.ok || !inspection.ok) return null
  return broken('what cannot be read as text has no profile', text.failure)
}

function isComplete({ code, message, path, hint }: FileFailure): boolean {
  return /^[a-z_]+$/.test(code) && message.includes(name) && path.startsWith(name) && hint !== ''
}

async function checkCuts(bytes: Bytes, size: number, whole: Inspection): Promise<Broken | null> {
  const cut = await inspectFile(name, new ChunkedBlob(bytes, size), { createHash: createNodeHash })
  return differing(`pieces of ${size} give the same profile`, cut, whole)
}

/** Where rows went, and that the text has as many, the first of them those of the preview. */
function checkProfile(profile: SourceProfile, text: TextReading): Broken | null {
  const { account, nRows, columns, options, preview, size } = profile
  const { nRecords, nAbove, nHeader, nRepeatedHeader, nData, nBelow } = account
  if (nAbove + nHeader + nRepeatedHeader + nData + nBelow !== nRecords)
    return broken('the account adds up', account)
  if (nData !== nRows) return broken('the account has the rows of the profile', { nRows, account })
  if (!Number.isInteger(size)) return broken('a file has a size', size)
  for (const column of columns) {
    const { type, nMissing, nEmpty, nRejected, histogram, range } = column
    if (nEmpty > nMissing || nMissing + nRejected > nRows)
      return broken('cells are missing, rejected or present', column)
    const nPresent = histogram.reduce((sum, n) => sum + n, 0)
    if (type === 'number' && range !== null && nPresent + nMissing + nRejected !== nRows)
      return broken('the bars of a number column hold all its cells', column)
  }
  if (!text.ok) return null
  const rows = options.hasHeader ? text.rows.slice(1) : text.rows
  if (rows.length !== nData)
    return broken('text and profile have the same rows', rows.length - nData)
  return differing('the preview is the first rows', rows.slice(0, preview.length), preview)
}

/** The typed table has the same rows and cells as the text, but for those counted as left out. */
function checkTable(profile: SourceProfile, table: Table, text: TextReading): Broken | null {
  if (table.nRows !== profile.nRows)
    return broken('the table has the rows of the profile', table.nRows - profile.nRows)
  const header = profile.options.hasHeader ? 1 : 0
  for (const [index, known] of profile.columns.entries()) {
    const column = table.columns[index]
    if (column.name !== known.name) return broken('columns keep their names', [column.name, known])
    let nWithout = 0
    for (let row = 0; row < table.nRows; row++) if (isMissing(column, row)) nWithout++
    if (nWithout !== known.nMissing + (known.type === 'number' ? known.nRejected : 0))
      return broken('a table misses the cells that its profile counts', { nWithout, known })
    if (!text.ok || column.type === 'number') continue
    const row = findChanged(column, text.rows.slice(header), index)
    if (row !== -1) return broken('text stays as it is', [known.name, row, cellText(column, row)])
  }
  return null
}

function findChanged(column: Column, rows: readonly (readonly string[])[], index: number): number {
  return rows.findIndex(
    (cells, row) => !isMissing(column, row) && cellText(column, row) !== cells[index],
  )
}

/** Lines that are counted without any reader, where no quote may join two of them. */
function checkRecords({ account, options }: SourceProfile, bytes: Bytes): Broken | null {
  if (options.format !== 'text' || options.isGzip) return null
  const { nRecords } = countRecords(bytes, options)
  if (nRecords === null || nRecords === account.nRecords) return null
  return broken('every line is in the account', { nRecords, account, options })
}

/** Every sign of the text is in a cell, or in a line that is skipped, whatever the quotes do. */
async function checkSigns(bytes: Bytes, text: TextReading): Promise<Broken | null> {
  if (!text.ok || text.options.format !== 'text' || text.options.isGzip) return null
  const count = signCounter(text.options)
  const { nSigns } = countRecords(bytes, text.options)
  let nFound = 0
  const source = { ...text.options, name, skipLines: 0, isStrict: false }
  for await (const { rows } of readRows(new ChunkedBlob(bytes, Infinity), source))
    for (const row of rows) for (const cell of row) nFound += count(cell)
  return nFound === nSigns ? null : broken('no sign is lost', { nFound, nSigns, of: text.options })
}
