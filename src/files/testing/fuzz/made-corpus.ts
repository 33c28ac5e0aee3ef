/** A file that mutants are made of. */
export type Seed = { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }

const stores = ['007', '8', '0012', '1E5', 'S-4']
const cities = ['Ulm', 'Zürich', 'São Paulo', '東京', 'O’Fallon', 'Bad Tölz, Kurpark', 'NA', '']

function lines(n: number, line: (i: number) => string): string {
  return Array.from({ length: n }, (_, i) => line(i)).join('')
}

const sales = (i: number): string => `${i % 9},${stores[i % 5]},${(i * 37) % 91}.${10 + (i % 80)}`
const gappy = (i: number): string =>
  `${i % 4 || ''},${i % 5 ? i % 3 : ''},${i % 3 ? 'Tea' : ''},${i % 7 ? i - 4 : ''}`
const german = (i: number): string => `${stores[i % 5]};1.${100 + i},${i % 10};${i % 7} %`
const quoted = (i: number): string => `"${stores[i % 5]}","${cities[i % 8]}","say ""${i}"""`

/** Small tables, one for every way of writing a table that is told apart. */
const texts: readonly (readonly [string, string])[] = [
  ['plain', `sku,store,sales\n${lines(12, (i) => `${sales(i)}\n`)}`],
  ['gaps in sales', `sku,store,cat,sales\n${lines(12, (i) => `${gappy(i)}\n`)}`],
  ['carriage returns', `sku,store,sales\r${lines(9, (i) => `${sales(i)}\r`)}`],
  ['quoted', `"id","city","text"\r\n${lines(8, (i) => `${quoted(i)}\r\n`)}`],
  ['lines in cells', `id,text,x\n${lines(6, (i) => `${i},"one\ntwo, ${i}",3\n`)}`],
  ['semicolons', `Filiale;Umsatz;Anteil\r\n${lines(9, (i) => `${german(i)}\r\n`)}`],
  ['tabs', `id\tcity\tx\n${lines(9, (i) => `${stores[i % 5]}\t${cities[i % 6]}\t${i}e2\n`)}`],
  ['bars, short and long', `a|b|c\n${lines(9, (i) => `${'x|'.repeat(1 + (i % 4))}${i}\n`)}`],
  ['apostrophes', `id,'na''me',x\n${lines(7, (i) => `${i},'a, ''b''',${i}.5\n`)}`],
  ['backslashes', `id,name,x\n${lines(7, (i) => `${i},"a \\"b\\", c",2\n`)}`],
  ['a title', `Sales of 2024\n\nsep=;\nid;sales\n${lines(8, (i) => `${i};${i * 3}\n`)}`],
  ['a total', `store,sales\n${lines(14, (i) => `${i},${i}.25\n`)}Total,22.75\n\nnote,2024\n`],
  ['two header rows', `,2024,2024\nstore,Q1,Q2\n${lines(8, (i) => `${i},${i}.5,${i}\n`)}`],
  [
    'header again',
    `a,b\n${lines(6, (i) => `${i},x\n`)}a,b\n# note\n${lines(6, (i) => `${i},y\n`)}`,
  ],
  [
    'dates and gaps',
    `day,ok,n\n${lines(9, (i) => `2024-02-0${i + 1},${i % 2 ? 'yes' : 'no'},N/A\n`)}`,
  ],
  [
    'numbers',
    `n\n${['(1,234.5)', '−5', '１２', '1 234,5', '5-', '$3', '1e999', '0x1'].join('\n')}\n`,
  ],
  ['as exported', `\ufeffid,text\r\n${lines(4, (i) => `${i},'=1+${i}\r\n`)}`],
  ['many rows', `sku,store,sales\n${lines(190, (i) => `${sales(i)}\n`)}`],
  ['many quoted rows', `"id","city","text"\r\n${lines(140, (i) => `${quoted(i)}\r\n`)}`],
  ['rows of JSON', lines(6, (i) => `{"id": "00${i}", "x": ${i}.5, "n": null}\n`)],
  ['one word', 'word'],
]

const encoder = new TextEncoder()

/** The corpus that needs no file. */
export function madeCorpus(): readonly Seed[] {
  const western = 'id;café;prix\n1;Crème brûlée;3,5\n2;Bœuf;4,25\n'
  return [
    ...texts.map(([name, text]) => ({ name, bytes: encoder.encode(text) })),
    { name: 'nothing', bytes: new Uint8Array() },
    { name: 'UTF-16', bytes: wide(`\ufeffid\tcity\r\n1\tZürich\r\n2\t東京\r\n`, true) },
    { name: 'UTF-16, high byte first', bytes: wide('\ufeffid,x\n1,2\n3,4\n', false) },
    { name: 'UTF-16 without a mark', bytes: wide('id,city\n1,Bonn\n2,Köln\n', true) },
    { name: 'Latin letters', bytes: Uint8Array.from(western, (sign) => sign.charCodeAt(0)) },
    { name: 'Shift_JIS', bytes: shiftJis },
  ]
}

/** `id,店` and two rows of katakana and kanji whose second bytes are ASCII signs. */
const shiftJis = Uint8Array.from('id,\x93X\n1,\x83\\\x83t\x83g\n2,\x95\\\x8e\xa6\n', (sign) =>
  sign.charCodeAt(0),
)

function wide(text: string, isLowFirst: boolean): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(2 * text.length)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), isLowFirst)
  return bytes
}
