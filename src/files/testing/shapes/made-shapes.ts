import { gzipSync } from 'fflate'
import { makeWorkbook } from '../made-workbook'

/** A file made to be slow; `make` answers with one of about `n` bytes, unpacked. */
export type Shape = { readonly name: string; readonly make: (n: number) => Blob }

type MakeText = (n: number) => string

const texts: readonly (readonly [string, MakeText])[] = [
  // Quotes that make a parser go back.
  ['a quote open at the start', (n) => `a,b\n"${'1,2\n'.repeat(n / 4)}`],
  ['a quote open on every line', (n) => `a,b\n${'"1,2\n'.repeat(n / 5)}`],
  ['a quote open in every cell', (n) => `a,b\n${'"1,"2\n'.repeat(n / 6)}`],
  ['a quote before every delimiter', (n) => `a,b\n${'1",2"\n'.repeat(n / 6)}`],
  [
    'quotes that close far away',
    (n) => `a,b\n${`${'"1,2\n'.repeat(10_000)}3,"4"\n`.repeat(n / 50_000)}`,
  ],
  ['nothing but quotes', (n) => `a,b\n${`${'"'.repeat(999)}\n"\n`.repeat(n / 1002)}`],
  ['quotes side by side', (n) => `a,b\n${'"a""b""c"d"e",""""""\n'.repeat(n / 21)}`],
  ['one line of open quotes', (n) => `a,b\n1,${'"x,'.repeat(Math.min(n, 3_000_000) / 3)}\n`],
  ['escapes of escapes', (n) => `a,b\n${'"\\\\\\"\\\\","\\"\\\\\\\\"\n'.repeat(n / 21)}`],
  ['well quoted line ends in every cell', (n) => `a,b\n${'"1\n2","3\n4"\n'.repeat(n / 12)}`],
  // Cells and lines of a size that no table has.
  ['empty cells', (n) => `a,b\n${',\n'.repeat(n / 2)}`],
  ['empty cells on few lines', (n) => `a,b\n${`${','.repeat(1500)}\n`.repeat(n / 1501)}`],
  ['nothing but delimiters', (n) => ','.repeat(n)],
  ['cells as long as they may be', (n) => `a,b\n${`${'x'.repeat(32_000)},1\n`.repeat(n / 32_003)}`],
  ['a line without an end', (n) => `a,b\n${'x y '.repeat(n / 4)}`],
  ['a header of 2,000 columns', (n) => wideTable(n)],
  ['blanks before a delimiter', (n) => `a,b\n${`"1"${' '.repeat(996)},2\n`.repeat(n / 1002)}`],
  ['every kind of line end', (n) => `a,b\n${'1,2\r3,4\r\n5,6\n\r7,8\n\n'.repeat(n / 20)}`],
  ['blank lines', (n) => `a,b\n${'\r\n\r'.repeat(n / 3)}1,2\n`],
  ['headers again', (n) => `a,b\n${'a,b\n'.repeat(n / 4)}1,2\n`],
  ['total rows', (n) => `a,b\n1,2\n${'Total,2\n'.repeat(n / 8)}`],
  // Almost numbers and almost dates.
  [
    'digits and signs',
    (n) => `a,b\n${'1,1'.repeat(10)}\n${`${'1.'.repeat(50)},${'-'.repeat(99)}x\n`.repeat(n / 202)}`,
  ],
  ['digits without an end', (n) => `a,b\n${`1,${'1234567890'.repeat(300)}\n`.repeat(n / 3003)}`],
  ['almost numbers', (n) => `a;b\n${numbered(n, 28, (i) => `${i}.000.00x;${i} 000 000,0,0\n`)}`],
  ['almost dates', (n) => `a,b\n${numbered(n, 26, (i) => `2024-02-30T${i},${i}/13/2024 2\n`)}`],
  [
    'blanks and one digit',
    (n) => `a,b\n${`${' '.repeat(400)}1${' '.repeat(400)}x,2\n`.repeat(n / 804)}`,
  ],
  [
    'texts that are all different',
    (n) => `a,b\n${numbered(n, 20, (i) => `text ${i},other ${i}\n`)}`,
  ],
  // Other formats.
  ['JSON nested without an end', (n) => `[${'['.repeat(n)}`],
  ['JSON objects', (n) => `[${'{"a":{"b":[[1]]},"c":"\\"\\\\"},\n'.repeat(n / 31)}{"a":1}]`],
  ['JSON lines of 40 columns, one each', (n) => numbered(n, 16, (i) => `{"k${i % 40}": ${i}}\n`)],
]

export const madeShapes: readonly Shape[] = [
  ...texts.map(([name, make]) => ({ name, make: (n: number) => new Blob([make(n)]) })),
  { name: 'gzip of zeros', make: (n) => packed('\0'.repeat(n)) },
  { name: 'gzip of one cell, repeated', make: (n) => packed(`a,b\n${'0,0\n'.repeat(n / 4)}`) },
  {
    name: 'a workbook with a text without an end',
    make: (n) => workbook(`<t>${'x'.repeat(n)}</t>`, 1),
  },
  {
    name: 'a workbook in which every cell is one long text',
    make: (n) => workbook(`<t>${'x'.repeat(30_000)}</t>`, n / 30),
  },
]

/** As many lines as there is room for, `length` bytes each on average. */
function numbered(n: number, length: number, line: (i: number) => string): string {
  return Array.from({ length: Math.ceil(n / length) }, (_, i) => line(i)).join('')
}

function wideTable(n: number): string {
  const header = Array.from({ length: 2000 }, (_, i) => `c${i}`).join(',')
  return `${header}\n${`${'1,'.repeat(1999)}1\n`.repeat(Math.ceil(n / 4000))}`
}

function packed(text: string): Blob {
  return new Blob([new Uint8Array(gzipSync(new TextEncoder().encode(text)))])
}

function workbook(text: string, nRows: number): Blob {
  const header = '<row r="1"><c t="inlineStr"><is><t>a</t></is></c></row>'
  const rows = '<row><c t="s"><v>0</v></c></row>'.repeat(nRows)
  return makeWorkbook({
    sheets: [{ name: 'S', rows: header + rows }],
    strings: `<si>${text}</si>`,
  })
}
