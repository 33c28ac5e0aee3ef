import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'
import { readTable } from './read-table'
import { readText } from './read-text'
import { ChunkedBlob } from './testing/chunked-blob'

const parts = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('"', ',', ';', '\n', '\r\n', '\t', ' ', "'", '\\') },
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        'store,sales\n',
        'S1,5\n',
        'S2,7\n',
        'Total,12\n',
        '\n',
        ',\n',
        'Mean,6\n',
        'Source: x,\n',
        'All of it\n',
        '\ncity,pop\nA,1\nB,2\n',
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom('# made by\n', 'a', '1.5', 'NA', 'é', '\0', 'sep=;\n'),
    },
  ),
  { maxLength: 40 },
)

describe('where every row of a file went', () => {
  it('F-11 N3 adds up, and is the same for the profile, the table and the text, however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(parts, fc.integer({ min: 1, max: 9 }), async (texts, size) => {
        const bytes = new TextEncoder().encode(texts.join(''))
        const blob = new Blob([bytes])
        const inspection = await inspectFile('t.csv', blob)
        const inPieces = await inspectFile('t.csv', new ChunkedBlob(bytes, size))
        expect(inPieces).toEqual(inspection)
        if (!inspection.ok) return
        const { account, nRows, options } = inspection.profile
        const { nRecords, nAbove, nHeader, nRepeatedHeader, nData, nBelow } = account
        expect(nAbove + nHeader + nRepeatedHeader + nData + nBelow).toBe(nRecords)
        expect(nData).toBe(nRows)
        const text0 = texts.join('')
        if (!/["']/.test(text0) && !options.encoding.startsWith('utf-16')) {
          expect(nRecords).toBe(text0.split(/[\r\n]+/).filter((line) => line !== '').length)
        }
        expect((await readTable(blob, inspection.profile, [])).nRows).toBe(nRows)
        const text = await readText('t.csv', blob, {})
        expect(text.ok && text.rows.length).toBe(nRows + (options.hasHeader ? 1 : 0))
      }),
      { numRuns: 300 },
    )
  })
})
