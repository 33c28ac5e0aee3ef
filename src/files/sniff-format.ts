/** What the first bytes say a file is. */
export type FileFormat = { readonly kind: 'text' } | ReadableFormat | OtherFormat

/** A format with a reader of its own; `zip` may be a workbook, which its names tell. */
export type ReadableFormat = { readonly kind: 'gzip' | 'zip' | 'parquet' | 'ole' }

/** A format that holds no table for us: what to call it, and the next step. */
export type OtherFormat = {
  readonly kind: 'other'
  readonly label: string
  readonly hint: string
}

export const saveAsCsv =
  'Save it as .xlsx or CSV (in the spreadsheet: File, Save as) and add that file.'
export const exportCsv =
  'Export the table from the program that made it as CSV or .xlsx and add that file.'
const saveAsUtf8 = 'Save it as UTF-8 in the program that made it and add that file.'
const unpack = 'Unpack it and add the file inside.'

type Signature = {
  readonly bytes: readonly number[]
  readonly at?: number
  readonly format: FileFormat
}

const signatures: readonly Signature[] = [
  { bytes: ascii('PK\x03\x04'), format: { kind: 'zip' } },
  { bytes: ascii('PK\x05\x06'), format: { kind: 'zip' } },
  { bytes: [0x1f, 0x8b], format: { kind: 'gzip' } },
  { bytes: ascii('PAR1'), format: { kind: 'parquet' } },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], format: { kind: 'ole' } },
  other('PARE', 'an encrypted Parquet file', 'Write it without encryption and add that file.'),
  other([0xff, 0xfe, 0, 0], 'a text in UTF-32', saveAsUtf8),
  other([0, 0, 0xfe, 0xff], 'a text in UTF-32', saveAsUtf8),
  other('%PDF', 'a PDF document', exportCsv),
  other([0x89, ...ascii('PNG')], 'a PNG picture', exportCsv),
  other([0xff, 0xd8, 0xff], 'a JPEG picture', exportCsv),
  other('GIF8', 'a GIF picture', exportCsv),
  other('II*\0', 'a TIFF picture', exportCsv),
  other('MM\0*', 'a TIFF picture', exportCsv),
  { ...other('WEBP', 'a WebP picture', exportCsv), at: 8 },
  other('SQLite format 3\0', 'an SQLite database', 'Export the table from it as CSV.'),
  { ...other('Standard Jet DB', 'an Access database', exportCsv), at: 4 },
  { ...other('Standard ACE DB', 'an Access database', exportCsv), at: 4 },
  other([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], 'a 7z archive', unpack),
  other('Rar!\x1a\x07', 'a RAR archive', unpack),
  other('BZh', 'a bzip2 file', 'Unpack it, or pack it with gzip, and add that file.'),
  other([0x28, 0xb5, 0x2f, 0xfd], 'a Zstandard file', 'Unpack it, or pack it with gzip.'),
  other([0xfd, ...ascii('7zXZ')], 'an xz file', 'Unpack it, or pack it with gzip.'),
  other([0x04, 0x22, 0x4d, 0x18], 'an LZ4 file', 'Unpack it, or pack it with gzip.'),
  { ...other('ustar', 'a tar archive', unpack), at: 257 },
  other('Obj\x01', 'an Avro file', 'Write it as Parquet or CSV.'),
  other('ORC', 'an ORC file', 'Write it as Parquet or CSV.'),
  other('ARROW1', 'an Arrow (Feather) file', 'Write it as Parquet or CSV.'),
  other([0x89, ...ascii('HDF\r\n')], 'an HDF5 file', 'Write the table as CSV.'),
  { ...other('DUCK', 'a DuckDB database', 'Export the table from it as CSV or Parquet.'), at: 8 },
  other('RDX', 'an R data file', 'Write the table with write.csv and add that file.'),
  other('$FL2', 'an SPSS file', exportCsv),
  other('<stata_dta>', 'a Stata file', exportCsv),
  other([0x7f, ...ascii('ELF')], 'a program', 'Add the file that holds the table.'),
  other('{\\rtf', 'an RTF document', saveAsCsv),
]

const page: OtherFormat = {
  kind: 'other',
  label: 'a web page, which some programs save under the name of a workbook',
  hint: 'Open it in a spreadsheet program, save it as .xlsx or CSV, and add that file.',
}
const sheetXml: OtherFormat = { kind: 'other', label: 'an XML document', hint: saveAsCsv }
export const binary: OtherFormat = { kind: 'other', label: 'a binary file', hint: exportCsv }

/** By magic number and first signs, never by the file's name. */
export function sniffFormat(head: Uint8Array): FileFormat {
  const match = signatures.find(({ bytes, at = 0 }) =>
    bytes.every((byte, i) => head[at + i] === byte),
  )
  if (match !== undefined && isWhole(match, head)) return match.format
  return sniffMarkup(head) ?? { kind: 'text' }
}

/**
 * Control characters that no text has; UTF-16 text is told apart before this is asked. Ctrl-Z (26)
 * ends some texts.
 */
export function isBinary(head: Uint8Array): boolean {
  let nControl = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 26)) nControl++
  return nControl > head.length / 50
}

/** A signature of letters alone may be the first word of a text; then the bytes after it are text. */
function isWhole({ bytes }: Signature, head: Uint8Array): boolean {
  const isWord = bytes.every((byte) => byte > 32 && byte < 127)
  const isShort = bytes.length < 5
  return !isWord || !isShort || bytes[0] === 0x25 || isBinary(head) || head.length === bytes.length
}

/** A page or another document of tags, behind a byte-order mark and blanks. */
function sniffMarkup(head: Uint8Array): OtherFormat | null {
  const start = String.fromCharCode(...head.subarray(0, 1024))
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart()
    .toLowerCase()
  if (/^(?:<!doctype html|<html|<head|<body|<table|<meta|<style|<script|<div)[\s>]/.test(start)) {
    return page
  }
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<html[\s>]/.test(start)) return page
  return start.startsWith('<?xml') ? sheetXml : null
}

function other(signature: string | readonly number[], label: string, hint: string): Signature {
  const bytes = typeof signature === 'string' ? ascii(signature) : signature
  return { bytes, format: { kind: 'other', label, hint } }
}

function ascii(text: string): number[] {
  return Array.from(text, (sign) => sign.charCodeAt(0))
}
