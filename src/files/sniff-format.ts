/** What the first bytes say a file is. A reader for another format starts from its entry here. */
export type FileFormat = { readonly kind: 'text' } | OtherFormat

export type OtherFormat = {
  readonly kind: 'xlsx' | 'xls' | 'pdf' | 'png' | 'jpeg' | 'gz' | 'zip' | 'parquet' | 'binary'
  readonly label: string
  readonly hint: string
}

const saveAsCsv = 'Save it as CSV (in the spreadsheet: File, Save as, CSV UTF-8) and add that file.'
const exportCsv = 'Export the table from the program that made it as CSV and add that file.'

const signatures: readonly { readonly bytes: readonly number[]; readonly format: OtherFormat }[] = [
  {
    bytes: ascii('PK\x03\x04'),
    format: {
      kind: 'zip',
      label: 'a ZIP archive',
      hint: 'Unpack it and add the CSV files inside.',
    },
  },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    format: { kind: 'xls', label: 'an Excel workbook', hint: saveAsCsv },
  },
  { bytes: ascii('%PDF'), format: { kind: 'pdf', label: 'a PDF document', hint: exportCsv } },
  {
    bytes: [0x89, ...ascii('PNG')],
    format: { kind: 'png', label: 'a PNG picture', hint: exportCsv },
  },
  { bytes: [0xff, 0xd8, 0xff], format: { kind: 'jpeg', label: 'a JPEG picture', hint: exportCsv } },
  {
    bytes: [0x1f, 0x8b],
    format: { kind: 'gz', label: 'a gzip archive', hint: 'Unpack it and add the file inside.' },
  },
  { bytes: ascii('PAR1'), format: { kind: 'parquet', label: 'a Parquet file', hint: exportCsv } },
]

/** By magic number, never by the file's name. */
export function sniffFormat(head: Uint8Array): FileFormat {
  const match = signatures.find(({ bytes }) => bytes.every((byte, i) => head[i] === byte))
  if (match === undefined) return isBinary(head) ? binary : { kind: 'text' }
  return match.format.kind === 'zip' && holdsWorkbook(head) ? workbook : match.format
}

const workbook: OtherFormat = { kind: 'xlsx', label: 'an Excel workbook', hint: saveAsCsv }
const binary: OtherFormat = { kind: 'binary', label: 'a binary file', hint: exportCsv }

/** An Excel workbook is a ZIP whose first entries are parts of an Office document. */
function holdsWorkbook(head: Uint8Array): boolean {
  const start = String.fromCharCode(...head.subarray(0, 4096))
  return start.includes('[Content_Types].xml') || start.includes('xl/') || start.includes('_rels/')
}

/** Control characters that no text has; UTF-16 text is told apart before this is asked. */
function isBinary(head: Uint8Array): boolean {
  let nControl = 0
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 27)) nControl++
  return nControl > head.length / 50
}

function ascii(text: string): number[] {
  return Array.from(text, (sign) => sign.charCodeAt(0))
}
