import { gzipSync, zipSync } from 'fflate'
import { describe, expect, it, test } from 'vitest'
import { inspectFile } from './inspect'

function bytes(...parts: readonly (string | readonly number[])[]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder()
  return Uint8Array.from(
    parts.flatMap((part) => (typeof part === 'string' ? [...encoder.encode(part)] : part)),
  )
}

async function failureOf(content: Uint8Array | string, name = 't.csv') {
  const part = typeof content === 'string' ? content : new Uint8Array(content)
  const inspection = await inspectFile(name, new Blob([part]))
  if (inspection.ok) throw new Error('The file was read.')
  return inspection.failure
}

/** An old Office file: a header that points to one sector of directory entries. */
function oleFile(streams: readonly string[]): Uint8Array<ArrayBuffer> {
  const file = new Uint8Array(512 * 5)
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  const view = new DataView(file.buffer)
  view.setUint16(30, 9, true)
  view.setUint32(48, 1, true)
  for (const [i, name] of ['Root Entry', ...streams].entries()) {
    const at = 1024 + 128 * i
    for (let k = 0; k < name.length; k++) view.setUint16(at + 2 * k, name.charCodeAt(k), true)
    view.setUint16(at + 64, 2 * name.length + 2, true)
  }
  return file
}

const empty = new Uint8Array()
const zipOf = (...names: readonly string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, empty])))
const tail = [1, 0, 2, 0, 3, 0, 4, 0]

describe('F-15 binary dropped as .csv', () => {
  test.each([
    ['a PDF document', bytes('%PDF-1.7\n%', [0xe2, 0xe3])],
    ['a PNG picture', bytes([0x89], 'PNG\r\n', [0x1a], '\n')],
    ['a JPEG picture', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['a GIF picture', bytes('GIF89a', tail)],
    ['a TIFF picture', bytes('II*\0', tail)],
    ['a WebP picture', bytes('RIFF', tail.slice(4), 'WEBP', tail)],
    ['an SQLite database', bytes('SQLite format 3\0')],
    ['an Access database', bytes([0, 1, 0, 0], 'Standard ACE DB', tail)],
    ['a DuckDB database', bytes(tail, 'DUCK', tail)],
    ['a 7z archive', bytes('7z', [0xbc, 0xaf, 0x27, 0x1c])],
    ['a RAR archive', bytes('Rar!', [0x1a, 7, 1, 0])],
    ['a bzip2 file', bytes('BZh91AY&SY', tail)],
    ['a Zstandard file', bytes([0x28, 0xb5, 0x2f, 0xfd], tail)],
    ['an xz file', bytes([0xfd], '7zXZ', [0])],
    ['an LZ4 file', bytes([0x04, 0x22, 0x4d, 0x18])],
    ['an ORC file', bytes('ORC', tail)],
    ['an Avro file', bytes('Obj\x01', tail)],
    ['an Arrow (Feather) file', bytes('ARROW1', [0, 0])],
    ['an encrypted Parquet file', bytes('PARE', tail)],
    ['an RTF document', bytes('{\\rtf1\\ansi')],
    ['an XML document', bytes('<?xml version="1.0"?>\n<Workbook>')],
    ['an old Excel workbook (.xls)', oleFile(['Workbook'])],
    ['an old Excel workbook (.xls)', oleFile(['Book'])],
    ['an old Word document (.doc)', oleFile(['1Table', 'WordDocument'])],
    ['an old PowerPoint presentation (.ppt)', oleFile(['PowerPoint Document'])],
    ['a workbook protected by a password', oleFile(['EncryptionInfo', 'EncryptedPackage'])],
    ['an old Office file, such as an Excel workbook (.xls)', bytes([0xd0, 0xcf, 0x11, 0xe0])],
    ['a binary Excel workbook (.xlsb)', zipOf('[Content_Types].xml', 'xl/workbook.bin')],
    ['a Word document', zipOf('[Content_Types].xml', 'word/document.xml')],
    ['a PowerPoint presentation', zipOf('ppt/presentation.xml')],
    ['an OpenDocument file (.ods, .odt)', zipOf('mimetype', 'content.xml')],
    ['a ZIP archive that holds sales.csv', zipOf('sales.csv')],
    [
      'a ZIP archive that holds a.csv, b.csv, c.csv and 2 more',
      zipOf('a.csv', 'b.csv', 'c.csv', 'd.csv', 'e.csv'),
    ],
    ['an empty ZIP archive', zipOf()],
    ['a gzip file that holds a PDF document', gzipSync(bytes('%PDF-1.7\n'))],
    ['a binary file', bytes([1, 2, 3, 0, 5, 6, 7, 8, 0, 1])],
  ])('%s is named, with a next step, whatever its name', async (label, content) => {
    const failure = await failureOf(content)
    expect(failure).toMatchObject({ code: 'not_a_table', path: 't.csv' })
    expect(failure.message).toBe(`t.csv is ${label}; no table can be read from it.`)
    expect(failure.hint).toMatch(/\.$/)
  })

  it.each([
    '<html><body>',
    '\ufeff \n<TABLE border="1">',
    '<!DOCTYPE html>\n<html>',
    '<meta charset="x">',
  ])('a web page under the name of a workbook is named: %j', async (start) => {
    const failure = await failureOf(`${start}<tr><td>1</td></tr>`, 'report.xls')
    expect(failure.message).toContain('report.xls is a web page')
    expect(failure.hint).toContain('save it as .xlsx or CSV')
  })

  it('tells how to save an old workbook and what to add of an archive', async () => {
    expect((await failureOf(oleFile(['Workbook']))).hint).toContain('.xlsx or CSV')
    expect((await failureOf(zipOf('sales.csv'))).hint).toBe('Unpack it and add sales.csv.')
  })

  it.each([
    'ORC,BZh,x\nPAR1,2,3\n',
    'GIF8,b\n1,2\n',
    'PAR1,b\n1,2\n',
    'x,DUCK_DUCK\n1,2\n',
    '<10,b\n1,2\n',
  ])('a text that begins with the letters of a signature is a text: %j', async (text) => {
    expect(await inspectFile('t.csv', new Blob([text]))).toMatchObject({ ok: true })
  })

  it('a workbook or a Parquet file inside gzip is to be unpacked first', async () => {
    const failure = await failureOf(gzipSync(zipOf('xl/workbook.xml')))
    expect(failure.message).toContain('a gzip file that holds a file that cannot be read in pieces')
    expect(failure.hint).toBe('Unpack it and add the file inside.')
  })

  it('an archive that is cut off names the file', async () => {
    const failure = await failureOf(zipOf('xl/workbook.xml').subarray(0, 30))
    expect(failure).toMatchObject({ code: 'not_a_zip', path: 't.csv' })
    expect(failure.message).toContain('t.csv: ')
    expect(failure.hint).toContain('save it again as .xlsx or CSV')
  })
})
