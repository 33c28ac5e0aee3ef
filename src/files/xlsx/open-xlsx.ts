import { countOf } from '../count-of'
import { guessLayout, type Layout } from '../guess-layout'
import type { ReadOverrides, SourceProfile } from '../source-profile'
import type { TableRow } from '../table-row'
import { readRules, readSheet } from './read-sheet'
import { noSuchSheet, workbookDamaged } from './sheet-failure'
import { openWorkbook, type Sheet, type Workbook } from './workbook'

export type OpenedXlsx = {
  readonly layout: Layout
  readonly sheet: string
  readonly sheets: readonly string[]
  readonly guess: SourceProfile['guess']
}

const headRows = 200

/**
 * Looks at the sheets of a workbook and guesses which holds the table, and where in it.
 * @throws FileError where there is no such sheet, or the workbook is damaged or too large
 */
export async function openXlsx(
  name: string,
  blob: Blob,
  overrides: ReadOverrides,
): Promise<OpenedXlsx> {
  try {
    const book = await openWorkbook(name, blob)
    const sheets = book.sheets.map((sheet) => sheet.name)
    const chosen = overrides.sheet ?? null
    const found = await findSheet(name, book, chosen)
    if (found === null) throw noSuchSheet(name, chosen ?? '', sheets)
    return {
      layout: guessLayout(found.head, overrides),
      sheet: found.sheet.name,
      sheets,
      guess: {
        confidence: chosen !== null || sheets.length === 1 ? 1 : 0.8,
        reason:
          chosen !== null || sheets.length === 1
            ? `The workbook holds ${countOf(sheets.length, 'sheet')}.`
            : `Of ${sheets.length} sheets it is the first that looks like a table.`,
      },
    }
  } catch (error) {
    throw workbookDamaged(name, error)
  }
}

type FoundSheet = { readonly sheet: Sheet; readonly head: readonly TableRow[] }

/** The sheet by its name, or the first that looks like a table: hidden ones only by name. */
async function findSheet(
  name: string,
  book: Workbook,
  chosen: string | null,
): Promise<FoundSheet | null> {
  const source = { name, book, rules: await readRules(name, book) }
  const headOf = async (sheet: Sheet): Promise<FoundSheet> => {
    const head: TableRow[] = []
    const facts = { nMerged: 0, nUnsolved: 0 }
    for await (const { rows } of readSheet(source, sheet, facts)) {
      head.push(...rows.slice(0, headRows - head.length))
      if (head.length >= headRows) break
    }
    return { sheet, head }
  }
  if (chosen !== null) {
    const sheet = book.sheets.find((known) => known.name === chosen)
    return sheet === undefined ? null : headOf(sheet)
  }
  const visible = book.sheets.filter(({ isHidden }) => !isHidden)
  let first: FoundSheet | null = null
  for (const sheet of visible.length === 0 ? book.sheets : visible) {
    const found = await headOf(sheet)
    if (isTable(found.head)) return found
    first ??= found
  }
  return first
}

/** At least two rows of at least two cells. */
function isTable(head: readonly TableRow[]): boolean {
  const nWide = head.filter(({ cells }) => cells.filter((cell) => cell !== '').length > 1).length
  return nWide > 1
}
