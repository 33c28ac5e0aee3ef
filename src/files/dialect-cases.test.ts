import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'
import { readText } from './read-text'

type Case = readonly [what: string, text: string, rows: readonly (readonly string[])[]]

async function rowsOf(text: string): Promise<readonly (readonly string[])[]> {
  const reading = await readText('t.csv', new Blob([text]), {})
  if (!reading.ok) throw new Error(reading.failure.message)
  return reading.rows
}

const abc = ['a', 'b', 'c']

const cells: readonly Case[] = [
  ['plain cells', 'a,b,c\nd,e,f', [abc, ['d', 'e', 'f']]],
  ['one row', 'a,b,c', [abc]],
  ['a line end at the end', 'a,b,c\r\n', [abc]],
  [
    'blanks around cells',
    'a , b ,c\nd,e, f',
    [
      ['a ', ' b ', 'c'],
      ['d', 'e', ' f'],
    ],
  ],
  ['a quoted cell', 'a,"b",c\n"d",e,"f"', [abc, ['d', 'e', 'f']]],
  ['a delimiter in quotes', 'a,b,c\n1,"2,2",3', [abc, ['1', '2,2', '3']]],
  ['a line end in quotes', 'a,b,c\n1,"2\n2",3', [abc, ['1', '2\n2', '3']]],
  ['CRLF in quotes', 'a,b,c\r\n1,"2\r\n2",3\r\n', [abc, ['1', '2\r\n2', '3']]],
  ['CR in quotes', 'a,b,c\r1,"2\r2",3\r', [abc, ['1', '2\r2', '3']]],
  ['doubled quotes', 'a,b,c\n1,"say ""hi"" now",3', [abc, ['1', 'say "hi" now', '3']]],
  ['doubled quotes at the edges', 'a,b,c\n1,"""x""",3', [abc, ['1', '"x"', '3']]],
  ['nothing but doubled quotes', 'a,b,c\n1,"""""",3', [abc, ['1', '""', '3']]],
  ['empty quoted cells', 'a,b,c\n"","",""', [abc, ['', '', '']]],
  ['empty cells', 'a,b,c\n,,\n1,,3', [abc, ['', '', ''], ['1', '', '3']]],
  ['a quote inside a plain cell', 'a,b,c\n5" pipe,2,x"y"', [abc, ['5" pipe', '2', 'x"y"']]],
  ['blanks behind a closing quote', 'a,b,c\n"1" ,"2"\t,3', [abc, ['1', '2', '3']]],
  [
    'a quote and a line end before the next',
    'a,b,c\n1,2,"3\n"\n4,5,6',
    [abc, ['1', '2', '3\n'], ['4', '5', '6']],
  ],
  [
    'short and long rows',
    'a,b,c\n1,2\n1,2,3,4\n5,6,7',
    [abc, ['1', '2'], ['1', '2', '3', '4'], ['5', '6', '7']],
  ],
  [
    'a trailing delimiter',
    'a,b,c,\n1,2,3,',
    [
      [...abc, ''],
      ['1', '2', '3', ''],
    ],
  ],
  ['blank lines', '\na,b,c\n\n\n1,2,3\n\n', [abc, ['1', '2', '3']]],
  ['a mark and quotes', '\ufeff"a","b","c"\n1,2,3', [abc, ['1', '2', '3']]],
  ['unusual blanks', 'a,b,c\n1\u00a0,\u20092,3\u3000', [abc, ['1\u00a0', '\u20092', '3\u3000']]],
  ['emoji and combined signs', 'a,b,c\n👩‍👩‍👧,e\u0301,\u202e3', [abc, ['👩‍👩‍👧', 'e\u0301', '\u202e3']]],
]

const dialects: readonly Case[] = [
  ['semicolons', 'a;b;c\n1,5;2;3\n', [abc, ['1,5', '2', '3']]],
  ['tabs', 'a\tb\tc\n1, 1\t2\t3\n', [abc, ['1, 1', '2', '3']]],
  ['bars', 'a|b|c\n1;1|2|3\n', [abc, ['1;1', '2', '3']]],
  ['spaces', 'a b c\n1 "x y" 3\n4 z 6\n', [abc, ['1', 'x y', '3'], ['4', 'z', '6']]],
  ['carets', 'a^b^c\n1^x, y^3\n4^z^6\n', [abc, ['1', 'x, y', '3'], ['4', 'z', '6']]],
  ['tildes', 'a~b~c\n1~x~3\n4~z~6\n', [abc, ['1', 'x', '3'], ['4', 'z', '6']]],
  [
    'unit separators',
    'a\u001fb\u001fc\n1\u001fx\u001f3\n4\u001fz\u001f6\n',
    [abc, ['1', 'x', '3'], ['4', 'z', '6']],
  ],
  ['commas with a space', 'a, b, c\n1, "x, y", 3\n', [abc, ['1', 'x, y', '3']]],
  ['semicolons between spaces', 'a ; b ; c\n1 ; "x ; y" ; 3\n', [abc, ['1', 'x ; y', '3']]],
  ['bars between spaces', 'a | b | c\n1 | x, y | 3\n', [abc, ['1', 'x, y', '3']]],
  [
    'semicolons, a space in the text',
    'a;b;c\n1;x ; y;3\n1;x;3\n',
    [abc, ['1', 'x ', ' y', '3'], ['1', 'x', '3']],
  ],
  [
    'commas under text full of semicolons',
    'a,b,c\nx;y;z,1,p;q;r\nz;y;x,2,r;q;p\n',
    [abc, ['x;y;z', '1', 'p;q;r'], ['z;y;x', '2', 'r;q;p']],
  ],
  [
    'single quotes',
    "a,b,c\n1,'x, y',3\n2,'it''s',4\n",
    [abc, ['1', 'x, y', '3'], ['2', "it's", '4']],
  ],
  ['backslash escapes', 'a,b,c\n1,"x \\"y\\", z",3\n', [abc, ['1', 'x "y", z', '3']]],
  [
    'apostrophes that are no quotes',
    "a,b,c\n'tis,2,3\nMen's,5,6\n",
    [abc, ["'tis", '2', '3'], ["Men's", '5', '6']],
  ],
  [
    'a sep= line of one sign',
    'sep=|\na|b,b|c\n1|2|3\n',
    [
      ['a', 'b,b', 'c'],
      ['1', '2', '3'],
    ],
  ],
]

const onlyWords: readonly Case[] = [
  [
    'places of two words',
    'place\nNew York\nLos Angeles\nSan Diego\n',
    [['place'], ['New York'], ['Los Angeles'], ['San Diego']],
  ],
  ['times', 'time\n10:30\n11:45\n12:00\n', [['time'], ['10:30'], ['11:45'], ['12:00']]],
  ['dates', 'date\n28/01/2018\n29/01/2018\n', [['date'], ['28/01/2018'], ['29/01/2018']]],
]

describe('readText(name, blob, {})', () => {
  it.each(cells)('F-14 reads %s', async (_, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows)
  })

  it.each(dialects)('F-09 finds %s', async (_, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows)
  })

  it.each(onlyWords)('F-09 parts a column of %s by nothing', async (_, text, rows) => {
    expect(await rowsOf(text)).toEqual(rows)
  })
})

describe('the confidence of a guess', () => {
  async function guessOf(text: string) {
    const inspection = await inspectFile('t.csv', new Blob([text]))
    if (!inspection.ok) throw new Error(inspection.failure.message)
    return inspection.profile.guess
  }

  it('F-09 is full where all rows agree and nothing else parts them', async () => {
    expect(await guessOf('a;b\n1;2\n3;4\n')).toEqual({
      confidence: 1,
      reason:
        'Parted by semicolons, 3 of 3 rows at the start have 2 cells; no other sign parts them alike.',
    })
  })

  it('F-09 is less where another sign does nearly as well, and names it', async () => {
    const { confidence, reason } = await guessOf('a,b;c\nx,y;z\nu,v;w\n')
    expect(confidence).toBeLessThan(0.8)
    expect(reason).toContain('the next best, semicolons, gives 2 cells')
  })

  it('F-09 is half for a single column, and full where a sep= line says it', async () => {
    expect((await guessOf('store\nA\nB\n')).confidence).toBe(0.5)
    expect((await guessOf('a ; b\n1 ; 2\n3 ; 4\n')).confidence).toBe(1)
    expect(await guessOf('sep=;\na;b\n1;2\n')).toMatchObject({ confidence: 1 })
  })
})
