import { strToU8, zipSync, type Zippable } from 'fflate'

export type MadeSheet = {
  readonly name: string
  /** What stands between the tags of `sheetData`, and behind it. */
  readonly rows: string
  readonly behind?: string
  readonly state?: 'hidden' | 'veryHidden'
}

export type MadeBook = {
  readonly sheets: readonly MadeSheet[]
  readonly strings?: string
  readonly styles?: string
  readonly is1904?: boolean
}

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** A workbook of hand-written XML, for what no library writes. */
export function makeWorkbook(book: MadeBook): Blob {
  const { sheets, strings = '', styles = '', is1904 = false } = book
  const list = sheets.map(
    ({ name, state }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${state === undefined ? '' : ` state="${state}"`} r:id="s${i}"/>`,
  )
  const links = sheets.map((_, i) => link(`s${i}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
  const files: Record<string, string> = {
    '_rels/.rels': linkList([link('r1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/workbook.xml':
      `<?xml version="1.0"?><workbook xmlns="${main}" xmlns:r="${relation}">` +
      `<workbookPr${is1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': linkList([
      ...links,
      link('t', 'sharedStrings', 'sharedStrings.xml'),
      link('y', 'styles', '/xl/styles.xml'),
    ]),
    'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>`,
  }
  for (const [i, { rows, behind = '' }] of sheets.entries()) {
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${behind}</worksheet>`
  }
  return zipped(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])),
  )
}

export function zipped(files: Zippable): Blob {
  return new Blob([new Uint8Array(zipSync(files))])
}

/** Rows of plain cells: numbers as numbers, texts inline. */
export function plainRows(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map((cells) => `<row>${cells.map(plainCell).join('')}</row>`).join('')
}

function plainCell(cell: string | number | null): string {
  if (cell === null) return '<c/>'
  if (typeof cell === 'number') return `<c><v>${cell}</v></c>`
  return `<c t="inlineStr"><is><t>${cell}</t></is></c>`
}

function linkList(links: readonly string[]): string {
  return `<Relationships xmlns="x">${links.join('')}</Relationships>`
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/>`
}
