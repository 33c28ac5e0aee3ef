import { FileError } from './failure'
import { exportCsv, saveAsCsv, type OtherFormat } from './sniff-format'
import { openZip } from './zip-reader'

/** What a ZIP archive is by the names in it: a workbook for us, or something else by name. */
export async function nameZip(name: string, blob: Blob): Promise<'xlsx' | OtherFormat> {
  const names = await namesIn(name, blob)
  const holds = (start: string): boolean => names.some((member) => member.startsWith(start))
  if (holds('xl/worksheets/') || names.includes('xl/workbook.xml')) return 'xlsx'
  if (holds('xl/')) return other('a binary Excel workbook (.xlsb)', saveAsCsv)
  if (holds('word/')) return other('a Word document', exportCsv)
  if (holds('ppt/')) return other('a PowerPoint presentation', exportCsv)
  if (names.includes('mimetype') && names.includes('content.xml')) {
    return other('an OpenDocument file (.ods, .odt)', saveAsCsv)
  }
  if (holds('Index/')) return other('a Numbers document', saveAsCsv)
  return nameArchive(names)
}

function nameArchive(names: readonly string[]): OtherFormat {
  const files = names.filter((member) => !member.endsWith('/') && !member.startsWith('__MACOSX/'))
  const [first] = files
  if (first === undefined)
    return other('an empty ZIP archive', 'Add the file that holds the table.')
  const shown = files.slice(0, 3).join(', ')
  const more = files.length > 3 ? ` and ${files.length - 3} more` : ''
  const hint = `Unpack it and add ${files.length === 1 ? first : 'the files inside'}.`
  return other(`a ZIP archive that holds ${shown}${more}`, hint)
}

async function namesIn(name: string, blob: Blob): Promise<readonly string[]> {
  try {
    return [...(await openZip(blob)).members.keys()]
  } catch (error) {
    if (!(error instanceof FileError)) throw error
    const { code, message } = error.failure
    const hint = 'Download or copy it again; if it is a workbook, save it again as .xlsx or CSV.'
    throw new FileError({ code, message: `${name}: ${message}`, path: name, hint })
  }
}

const streams = [
  [
    'EncryptedPackage',
    'a workbook protected by a password',
    'Save it without a password as .xlsx or CSV and add that file.',
  ],
  ['Workbook', 'an old Excel workbook (.xls)', saveAsCsv],
  ['Book', 'an old Excel workbook (.xls)', saveAsCsv],
  ['WordDocument', 'an old Word document (.doc)', exportCsv],
  ['PowerPoint Document', 'an old PowerPoint presentation (.ppt)', exportCsv],
  ['__substg1.0_', 'an Outlook message (.msg)', exportCsv],
] as const

const entrySize = 128

/** What an old Office file is by the names in its directory. */
export async function nameOle(blob: Blob): Promise<OtherFormat> {
  const header = new DataView(await blob.slice(0, 512).arrayBuffer())
  const names = header.byteLength < 512 ? [] : await namesOfDirectory(blob, header)
  const known = streams.find(([start]) => names.some((stream) => stream.startsWith(start)))
  if (known !== undefined) return other(known[1], known[2])
  return other('an old Office file, such as an Excel workbook (.xls)', saveAsCsv)
}

async function namesOfDirectory(blob: Blob, header: DataView): Promise<readonly string[]> {
  const sectorSize = 2 ** Math.min(16, header.getUint16(30, true))
  const at = (header.getUint32(48, true) + 1) * sectorSize
  const bytes = new Uint8Array(await blob.slice(at, at + Math.max(sectorSize, 4096)).arrayBuffer())
  const names: string[] = []
  for (let i = 0; i + entrySize <= bytes.length; i += entrySize) {
    const length = bytes[i + 64] + 256 * bytes[i + 65]
    if (length < 2 || length > 64) continue
    names.push(new TextDecoder('utf-16le').decode(bytes.subarray(i, i + length - 2)))
  }
  return names
}

function other(label: string, hint: string): OtherFormat {
  return { kind: 'other', label, hint }
}
