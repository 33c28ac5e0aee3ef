import { countOf } from '../count-of'
import type { TablePiece } from '../table-row'
import { readRules, readSheet, type SheetFacts } from './read-sheet'
import { noSuchSheet, workbookDamaged } from './sheet-failure'
import { openWorkbook } from './workbook'

export type XlsxSource = {
  /** The file's name, for messages. */
  readonly name: string
  readonly sheet: string | null
  readonly onNote?: (note: string) => void
}

/** All rows of one sheet of a workbook as text, in one streamed pass. */
export async function* readXlsx(blob: Blob, source: XlsxSource): AsyncGenerator<TablePiece> {
  const { name, onNote } = source
  try {
    const book = await openWorkbook(name, blob)
    const names = book.sheets.map((known) => known.name)
    const sheet = book.sheets.find((known) => known.name === source.sheet)
    if (sheet === undefined) throw noSuchSheet(name, source.sheet ?? '', names)
    const facts = { nMerged: 0, nUnsolved: 0 }
    yield* readSheet({ name, book, rules: await readRules(name, book) }, sheet, facts)
    const others = names.filter((known) => known !== sheet.name)
    for (const note of [...noteSheets(sheet.name, others), ...noteFacts(facts)]) onNote?.(note)
  } catch (error) {
    throw workbookDamaged(name, error)
  }
}

function noteSheets(sheet: string, others: readonly string[]): string[] {
  if (others.length === 0) return []
  const names = others.map((other) => JSON.stringify(other)).join(', ')
  return [`Sheet ${JSON.stringify(sheet)} is read; not read: ${names}.`]
}

function noteFacts({ nMerged, nUnsolved }: SheetFacts): string[] {
  const merged = `${countOf(nMerged, 'range')} of merged cells: the value counts for the first cell only.`
  const unsolved =
    `${countOf(nUnsolved, 'formula')} without a stored result, read as missing: ` +
    'open the workbook in a spreadsheet program and save it to store them.'
  return [...(nMerged === 0 ? [] : [merged]), ...(nUnsolved === 0 ? [] : [unsolved])]
}
