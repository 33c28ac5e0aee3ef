import { cellText, type CellRules, type RawCell } from './cell-text'
import { readSharedStrings } from './shared-strings'
import { readAttribute, type XmlHandler } from './xml-scanner'
import { readStyles, scanPart, type Sheet, type Workbook } from './workbook'

/** One row of a sheet as text: blank cells at the right edge are left out. */
export type SheetRow = {
  /** The row's number in the sheet, from 1. */
  readonly line: number
  readonly cells: readonly string[]
  /** Which cells are numbers in the workbook, and no text of digits. */
  readonly numbers: readonly number[]
}

export type SheetFacts = {
  /** Ranges of cells shown as one, of which only the first holds a value. */
  nMerged: number
  /** Formulas whose result was not stored: their cells are empty. */
  nUnsolved: number
}

export type SheetPiece = {
  readonly rows: readonly SheetRow[]
  /** How much of the sheet is read, 0 to 1. */
  readonly share: number
}

/** What the cells of a workbook need to be read, apart from the sheets. */
export async function readRules(name: string, book: Workbook): Promise<CellRules> {
  const strings = await readSharedStrings(name, book)
  return { strings, kinds: await readStyles(name, book), is1904: book.is1904 }
}

/**
 * The rows of a sheet that hold any text, in order, piece by piece.
 * @throws RangeError where the sheet is no XML, FileError where it is too large
 */
export async function* readSheet(
  source: { readonly name: string; readonly book: Workbook; readonly rules: CellRules },
  sheet: Sheet,
  facts: SheetFacts,
): AsyncGenerator<SheetPiece> {
  let rows: SheetRow[] = []
  const handler = createRowHandler(source.rules, facts, (row) => rows.push(row))
  for await (const share of scanPart(
    { name: source.name, zip: source.book.zip },
    sheet.part,
    handler,
  )) {
    yield { rows, share }
    rows = []
  }
}

function createRowHandler(
  rules: CellRules,
  facts: SheetFacts,
  onRow: (row: SheetRow) => void,
): XmlHandler {
  let line = 0
  let column = -1
  let cells: string[] = []
  let numbers: number[] = []
  let cell: Writable<RawCell> = noCell()
  let target: 'value' | 'inline' | null = null
  let isAid = false

  const endCell = (): void => {
    if (cell.hasFormula && cell.value === '' && cell.type !== 'str') facts.nUnsolved++
    const { text, isNumber } = cellText(cell, rules)
    if (text === '') return
    if (column >= mostColumns) throw new RangeError(`a cell of row ${line} lies outside the sheet`)
    while (cells.length < column) cells.push('')
    cells[column] = text
    if (isNumber) numbers.push(column)
  }
  const opened: Readonly<Record<string, (attributes: string) => void>> = {
    row: (attributes) => {
      line = Number(readAttribute(attributes, 'r') ?? line + 1)
      column = -1
      cells = []
      numbers = []
    },
    c: (attributes) => {
      column = columnOf(readAttribute(attributes, 'r')) ?? column + 1
      cell = noCell()
      cell.type = readAttribute(attributes, 't') ?? 'n'
      cell.style = Number(readAttribute(attributes, 's') ?? 0)
    },
    v: () => {
      target = 'value'
    },
    t: () => {
      target = isAid ? null : 'inline'
    },
    f: () => {
      cell.hasFormula = true
    },
    rPh: () => {
      isAid = true
    },
    mergeCell: () => {
      facts.nMerged++
    },
  }
  return {
    open: (name, attributes) => {
      if (Object.hasOwn(opened, name)) opened[name](attributes)
    },
    close: (name) => {
      if (name === 'v' || name === 't') target = null
      else if (name === 'rPh') isAid = false
      else if (name === 'c') endCell()
      else if (name === 'row' && cells.length > 0) onRow({ line, cells, numbers })
    },
    text: (text) => {
      if (target !== null) cell[target] += text
    },
  }
}

/** Columns of a sheet, A to XFD. */
const mostColumns = 16_384

type Writable<T> = { -readonly [K in keyof T]: T[K] }

function noCell(): Writable<RawCell> {
  return { type: 'n', style: 0, value: '', inline: '', hasFormula: false }
}

/** `AB12` is column 27, counted from 0. */
function columnOf(reference: string | undefined): number | null {
  if (reference === undefined) return null
  let column = 0
  for (let i = 0; i < reference.length; i++) {
    const code = reference.charCodeAt(i)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column === 0 ? null : column - 1
}
