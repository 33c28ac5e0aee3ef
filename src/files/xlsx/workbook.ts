import { openZip, readZipped, readZippedText, type Zip, type ZipMember } from '../zip-reader'
import { kindOfBuiltIn, kindOfFormat, type NumberKind } from './number-format'
import { noSheets, partMissing, partTooLarge } from './sheet-failure'
import { createXmlScanner, readAttribute, type XmlHandler } from './xml-scanner'

/** A sheet of cells; one that only shows a chart is none. */
export type Sheet = { readonly name: string; readonly part: string; readonly isHidden: boolean }

export type Workbook = {
  readonly zip: Zip
  readonly sheets: readonly Sheet[]
  /** Days are counted from 1904. */
  readonly is1904: boolean
  /** Parts of the archive; `null` where the workbook has none. */
  readonly strings: string | null
  readonly styles: string | null
}

/** Lists of sheets, links and styles are small; the texts of a sheet are held as a whole. */
const mostListBytes = 1 << 24
const mostTextBytes = 1 << 28
/** Past this size, an archive that packs better than any table does is a trap. */
const bombSize = 1 << 26
const bombRatio = 400
const mostSheetBytes = 2 ** 31

/**
 * Reads the list of sheets of an .xlsx file; no sheet is read yet.
 * @throws FileError without any sheet, or where a part is too large
 * @throws RangeError for a part that is missing or is no XML
 */
export async function openWorkbook(name: string, blob: Blob): Promise<Workbook> {
  const zip = await openZip(blob)
  const list = { name, zip }
  const path = await findWorkbook(list)
  const links = await readLinks(list, linksOf(path), path)
  const { found, is1904 } = await readSheetList(list, path)
  const sheets = found.flatMap(({ id, ...sheet }) => {
    const link = links.find((known) => known.id === id)
    return link?.type === 'worksheet' ? [{ ...sheet, part: link.part }] : []
  })
  if (sheets.length === 0) throw noSheets(name)
  const partOf = (type: string): string | null => {
    const part = links.find((link) => link.type === type)?.part
    return part !== undefined && zip.members.has(part) ? part : null
  }
  return { zip, sheets, is1904, strings: partOf('sharedStrings'), styles: partOf('styles') }
}

type ListSource = { readonly name: string; readonly zip: Zip }

async function findWorkbook(list: ListSource): Promise<string> {
  if (!list.zip.members.has('_rels/.rels')) return 'xl/workbook.xml'
  const links = await readLinks(list, '_rels/.rels', '')
  return links.find(({ type }) => type === 'officeDocument')?.part ?? 'xl/workbook.xml'
}

function linksOf(path: string): string {
  return path.replace(/[^/]*$/, (file) => `_rels/${file}.rels`)
}

type Link = { readonly id: string; readonly type: string; readonly part: string }

async function readLinks(list: ListSource, path: string, from: string): Promise<readonly Link[]> {
  const links: Link[] = []
  await scanList(list, path, (name, attributes) => {
    const target = readAttribute(attributes, 'Target')
    if (name !== 'Relationship' || target === undefined) return
    const type = readAttribute(attributes, 'Type') ?? ''
    links.push({
      id: readAttribute(attributes, 'Id') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      part: resolvePart(target, from),
    })
  })
  return links
}

function resolvePart(target: string, from: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const parts = from.split('/').slice(0, -1)
  for (const part of target.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}

async function readSheetList(list: ListSource, path: string) {
  const found: { readonly name: string; readonly id: string; readonly isHidden: boolean }[] = []
  let is1904 = false
  await scanList(list, path, (name, attributes) => {
    if (name === 'workbookPr') {
      is1904 = /^(?:1|true)$/.test(readAttribute(attributes, 'date1904') ?? '')
    }
    if (name !== 'sheet') return
    const state = readAttribute(attributes, 'state') ?? 'visible'
    found.push({
      name: readAttribute(attributes, 'name') ?? '',
      id: readAttribute(attributes, 'id') ?? '',
      isHidden: state !== 'visible',
    })
  })
  return { found, is1904 }
}

/** The kind of number that each cell style shows, by the style's index. */
export async function readStyles(name: string, book: Workbook): Promise<readonly NumberKind[]> {
  const kinds: NumberKind[] = []
  if (book.styles === null) return kinds
  const own = new Map<number, NumberKind>()
  let isCellStyle = false
  await scanList({ name, zip: book.zip }, book.styles, (element, attributes) => {
    const id = Number(readAttribute(attributes, 'numFmtId') ?? 0)
    if (element === 'numFmt')
      own.set(id, kindOfFormat(readAttribute(attributes, 'formatCode') ?? ''))
    else if (element === 'cellXfs' || element === 'cellStyleXfs')
      isCellStyle = element === 'cellXfs'
    else if (element === 'xf' && isCellStyle) kinds.push(own.get(id) ?? kindOfBuiltIn(id))
  })
  return kinds
}

async function scanList(
  { name, zip }: ListSource,
  part: string,
  open: XmlHandler['open'],
): Promise<void> {
  const member = zip.members.get(part)
  if (member === undefined) throw partMissing(part)
  if (member.size > mostListBytes) throw partTooLarge(name, member, mostListBytes)
  const scanner = createXmlScanner({ open, close: () => undefined, text: () => undefined })
  scanner.push(withoutMark(await readZippedText(zip, member, mostListBytes)))
  scanner.end()
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '')
}

/** Scans a part that may be large, piece by piece; after each piece the caller has its turn. */
export async function* scanPart(
  { name, zip }: ListSource,
  part: string,
  handler: XmlHandler,
): AsyncGenerator<number> {
  const member = zip.members.get(part)
  if (member === undefined) throw partMissing(part)
  checkSize(name, member, part.endsWith('haredStrings.xml') ? mostTextBytes : mostSheetBytes)
  const decoder = new TextDecoder('utf-8')
  const scanner = createXmlScanner(handler)
  let nDone = 0
  for await (const bytes of readZipped(zip, member)) {
    nDone += bytes.length
    scanner.push(decoder.decode(bytes, { stream: true }))
    yield member.size === 0 ? 1 : nDone / member.size
  }
  scanner.push(decoder.decode())
  scanner.end()
  yield 1
}

function checkSize(name: string, member: ZipMember, most: number): void {
  const isBomb = member.size > bombSize && member.size > bombRatio * member.packedSize
  if (member.size > most || isBomb) throw partTooLarge(name, member, isBomb ? bombSize : most)
}
