import type { FileBytes } from './file-bytes'
import { checkNumberSigns } from './fixed-format'
import { unpackedFile, unpackHead } from './gunzip'
import { namesFirst, type Layout } from './guess-layout'
import { openJson } from './json/open-json'
import { sniffJson } from './json/sniff-json'
import { nameOle, nameZip } from './name-container'
import { notATable } from './not-a-table'
import { decodeHead, openText, readHeadBytes, type OpenedText, type TextOptions } from './open-text'
import { openParquet } from './parquet/parquet-file'
import { sniffEncoding } from './sniff-encoding'
import { sniffFormat } from './sniff-format'
import type { FileKind, ReadOptions, ReadOverrides, SourceProfile } from './source-profile'
import { openXlsx } from './xlsx/open-xlsx'

/** The options that say how a file of any format becomes rows of text. */
export type FileOptions = TextOptions & Pick<ReadOptions, 'format' | 'isGzip' | 'sheet'>

export type OpenedFile = {
  readonly options: FileOptions
  /** True while UTF-8 is a guess that a later byte may contradict. */
  readonly mayChangeEncoding: boolean
  readonly guess: SourceProfile['guess']
  /** The sheets of a workbook in order. */
  readonly sheets: readonly string[]
}

/**
 * Looks at a file and guesses what it is and how to read it; what the user fixed is kept. The only
 * place that asks for the format: a new one starts here and in `readFileRows`.
 * @throws FileError for a format that holds no table, and for overrides that cannot be
 */
export async function openFile(
  name: string,
  blob: Blob,
  overrides: ReadOverrides,
): Promise<OpenedFile> {
  checkNumberSigns(name, overrides)
  const head = await readHeadBytes(name, blob)
  const format = sniffFormat(head)
  if (format.kind === 'other') throw notATable(name, format)
  if (format.kind === 'ole') throw notATable(name, await nameOle(blob))
  if (format.kind === 'parquet') return openedParquet(name, blob)
  if (format.kind === 'gzip') return openGzip(name, blob, overrides)
  if (format.kind === 'text') return openPlain(name, blob, overrides)
  const kind = await nameZip(name, blob)
  if (kind !== 'xlsx') throw notATable(name, kind)
  const { layout, sheet, sheets, guess } = await openXlsx(name, blob, overrides)
  return opened({ ...ofCells('xlsx', layout), sheet }, { guess, sheets })
}

const headSize = 1 << 18

async function openGzip(name: string, blob: Blob, overrides: ReadOverrides): Promise<OpenedFile> {
  const head = await unpackHead({ name, blob }, headSize)
  const format = sniffFormat(head.bytes)
  if (format.kind !== 'text') {
    const label = format.kind === 'other' ? format.label : 'a file that cannot be read in pieces'
    throw notATable(name, {
      kind: 'other',
      label: `a gzip file that holds ${label}`,
      hint: 'Unpack it and add the file inside.',
    })
  }
  const inner = await openPlain(name, unpackedFile({ name, blob }, head), overrides)
  return { ...inner, options: { ...inner.options, isGzip: true } }
}

async function openPlain(
  name: string,
  blob: FileBytes,
  overrides: ReadOverrides,
): Promise<OpenedFile> {
  const bytes = await readHeadBytes(name, blob)
  const guessed = sniffEncoding(bytes)
  const encoding = overrides.encoding ?? guessed.encoding
  const head = decodeHead(name, bytes, encoding)
  const kind = formatOf(head, blob.size <= headSize, overrides.format)
  if (kind === 'text') {
    const text: OpenedText = await openText(name, blob, overrides)
    return { ...text, options: { ...text.options, ...asText }, sheets: [] }
  }
  const mayChangeEncoding = overrides.encoding === undefined && !guessed.isCertain
  const source = { name, format: kind, encoding, isStrict: mayChangeEncoding }
  const { layout, guess } = await openJson(blob, source, overrides)
  const options = { ...ofCells(kind, layout), encoding }
  return { options, mayChangeEncoding, guess, sheets: [] }
}

function formatOf(
  head: string,
  isWhole: boolean,
  chosen: FileKind | undefined,
): 'text' | 'json' | 'json_lines' {
  if (chosen === 'text' || chosen === 'json' || chosen === 'json_lines') return chosen
  return sniffJson(head, isWhole) ?? 'text'
}

async function openedParquet(name: string, blob: Blob): Promise<OpenedFile> {
  const { metadata, columns } = await openParquet(name, blob)
  const reason = `It names ${columns.length} columns in ${metadata.row_groups.length} row groups.`
  return opened(ofCells('parquet', namesFirst), { guess: { confidence: 1, reason }, sheets: [] })
}

const asText = { format: 'text', isGzip: false, sheet: null } as const

/** The options of a format that knows its cells: those of text stand there for the record. */
function ofCells(format: FileKind, layout: Layout): FileOptions {
  return { ...asText, format, encoding: 'utf-8', delimiter: ',', quote: '"', ...layout }
}

function opened(options: FileOptions, known: Pick<OpenedFile, 'guess' | 'sheets'>): OpenedFile {
  return { options, mayChangeEncoding: false, ...known }
}

/** Whether a total or a second table may stand below the rows: not where a format lists them. */
export function mayHaveFooter({ format }: Pick<FileOptions, 'format'>): boolean {
  return format === 'text' || format === 'xlsx'
}
