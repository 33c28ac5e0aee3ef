import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'
import { readRows } from './read-rows'
import { readTable } from './read-table'
import { ChunkedBlob } from './testing/chunked-blob'

const text =
  '\ufeffid,"na""me",x\r\n' +
  '00123,"Zürich, – 東京",1.5\r\n' +
  '1E5,"line\r\nbreak\nand ""quotes""" ,2\n' +
  '"007",😀 smile,\r' +
  '\r\n' +
  '  9 ,"",NA\n' +
  'short\r\n' +
  '10,end,"4"'

function encodeWide(source: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(
    Array.from({ length: source.length }, (_, i) => source.charCodeAt(i)).flatMap((code) => [
      code & 255,
      code >> 8,
    ]),
  )
}

async function readAll(blob: Blob): Promise<unknown> {
  const inspection = await inspectFile('t.csv', blob)
  if (!inspection.ok) return inspection.failure
  const table = await readTable(blob, inspection.profile, ['id'])
  return { profile: inspection.profile, table }
}

const files = [
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-16', encodeWide(text)],
  [
    'Windows-1252',
    Uint8Array.from('a;b\r\ncaf\xe9;1,5\r\n\x93x\x94;2,5\r\n', (c) => c.charCodeAt(0)),
  ],
  ['an open quote', new TextEncoder().encode('a,b\r\n1,"é\r\n2,3\r\n')],
] as const

describe('a file read in pieces', () => {
  it.each(files)(
    'F-06 F-08 %s is the same at every size from 1 to 64 and at 4,093',
    async (_, bytes) => {
      const whole = await readAll(new Blob([bytes]))
      for (const size of [...Array.from({ length: 64 }, (_, i) => i + 1), 4093]) {
        expect(await readAll(new ChunkedBlob(bytes, size)), `pieces of ${size}`).toEqual(whole)
      }
    },
  )

  it('F-06 F-14 holds what was written', async () => {
    const blob = new ChunkedBlob(new TextEncoder().encode(text), 3)
    expect(await readAll(blob)).toMatchObject({
      profile: {
        nRows: 6,
        columns: [{ name: 'id' }, { name: 'na"me' }, { name: 'x' }],
        preview: [
          ['00123', 'Zürich, – 東京', '1.5'],
          ['1E5', 'line\r\nbreak\nand "quotes"', '2'],
          ['007', '😀 smile', ''],
          ['  9 ', '', 'NA'],
          ['short'],
          ['10', 'end', '4'],
        ],
      },
    })
  })

  it('F-08 F-12 gives the same rows for any text of quotes, delimiters and line ends', async () => {
    const signs = fc.array(fc.constantFrom('"', ',', '\r', '\n', '\r\n', ' ', 'a', 'é', '\\'))
    const dialect = fc.constantFrom({ quote: '"' }, { quote: '"', escape: '\\' }, { quote: "'" })
    const size = fc.integer({ min: 1, max: 7 })
    await fc.assert(
      fc.asyncProperty(signs, dialect, size, async (parts, quoting, size) => {
        const bytes = new TextEncoder().encode(parts.join(''))
        const options = {
          ...quoting,
          name: 't.csv',
          encoding: 'utf-8',
          delimiter: ',',
          skipLines: 0,
          isStrict: true,
        }
        const read = async (blob: Blob): Promise<unknown> => {
          const rows: unknown[] = []
          try {
            for await (const batch of readRows(blob, options)) {
              batch.rows.forEach((row, i) => rows.push([batch.lines[i], row]))
            }
            return rows
          } catch (error) {
            return [rows, String(error)]
          }
        }
        const pieces = await read(new ChunkedBlob(bytes, size))
        expect(pieces).toEqual(await read(new Blob([bytes])))
        expect(JSON.stringify(pieces)).not.toContain('records')
      }),
      { numRuns: 1000 },
    )
  })
})
