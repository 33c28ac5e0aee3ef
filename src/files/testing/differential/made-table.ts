import { createRandom, type Random } from '../../../math/random'

/** A table and how it is to be written; every row has a cell for every column. */
export type MadeTable = {
  readonly dialect: WrittenDialect
  readonly header: readonly string[]
  /** Columns of numbers in plain form, of ids, and of anything. */
  readonly kinds: readonly ColumnKind[]
  readonly rows: readonly (readonly string[])[]
}

export type ColumnKind = 'number' | 'id' | 'text'

export type WrittenDialect = {
  readonly delimiter: string
  readonly quote: string
  readonly escape: string
  readonly lineEnd: string
  readonly hasMark: boolean
  readonly endsWithLineEnd: boolean
  /** Which cells are quoted that need not be, of 10. */
  readonly quotedOf10: number
}

const words = [
  [
    'Ulm',
    'Zürich',
    '東京',
    'São Paulo',
    'naïve café',
    'Ωμέγα',
    'שלום',
    'e\u0301',
    '😀 smile',
    '👩‍👩‍👧',
  ],
  ['a,b', 'x;y', 'tab\there', 'p|q', 'say "so"', "O'Fallon", '"', '""', "'", "''", '","', '";"'],
  ['two\nlines', 'three\r\nlines\r\n', 'old\rline', '\n', 'ends in quote"', '"begins', '"all"'],
  [
    ' led',
    'trailed ',
    '  ',
    '=1+1',
    '+1',
    '@x',
    '-',
    '#',
    '# not a comment',
    '$5',
    '5 %',
    '1,234.5',
  ],
  [
    'NA',
    'N/A',
    'null',
    'NULL',
    'None',
    'nan',
    '#N/A',
    '?',
    'true',
    'no',
    '2024-02-30',
    '12.0',
    '1E5',
  ],
  [
    'sep=;',
    'Total',
    '\u00a0',
    '\u2028',
    '\ufeffmark',
    '\u200b',
    'long '.repeat(40),
    '{"a":1}',
    '[1]',
    '\\n',
  ],
].flat()
const idWords = [
  '007',
  '0',
  '00012',
  '1E5',
  '12.0',
  ' 9 ',
  'S-1',
  '9007199254740993',
  '+5',
  '0x1F',
  'NA',
  'ß',
]
const missing = ['', '', 'NA', 'null', '-', 'N/A']

/** The table of a number: the same number always makes the same one. */
export function makeTable(number: number): MadeTable {
  const random = createRandom(number, 1)
  const pick = <T>(items: readonly T[]): T => items[random.nextInt(items.length)]
  const dialect = makeDialect(random)
  const nColumns = 1 + random.nextInt(7)
  const kinds = Array.from({ length: nColumns }, () => pick(['number', 'id', 'text'] as const))
  const nRows = 1 + random.nextInt(pick([3, 12, 40]))
  const makers = kinds.map((kind) => cellMaker(kind, random, dialect))
  return {
    dialect,
    kinds,
    header: kinds.map((kind, i) => (random.nextInt(9) === 0 ? `${kind} "${i}",;` : `${kind}_${i}`)),
    rows: Array.from({ length: nRows }, () => makers.map((make) => make())),
  }
}

function makeDialect(random: Random): WrittenDialect {
  const pick = <T>(items: readonly T[]): T => items[random.nextInt(items.length)]
  const quote = pick(['"', '"', '"', "'"])
  return {
    delimiter: pick([',', ';', '\t', '|']),
    quote,
    escape: quote === '"' && random.nextInt(5) === 0 ? '\\' : quote,
    lineEnd: pick(['\n', '\r\n']),
    hasMark: random.nextInt(5) === 0,
    endsWithLineEnd: random.nextInt(4) > 0,
    quotedOf10: pick([0, 0, 3, 10]),
  }
}

function cellMaker(kind: ColumnKind, random: Random, dialect: WrittenDialect): () => string {
  const pick = <T>(items: readonly T[]): T => items[random.nextInt(items.length)]
  const decimals = random.nextInt(7)
  // Wide enough for numbers that a double cannot hold, and small enough for its subnormal ones.
  const digits = pick([1, 3, 6, 15, 19])
  const missingOf10 = pick([0, 0, 1, 5])
  // Where a backslash escapes, what one before any other sign means is nowhere agreed on.
  const texts = dialect.escape === '\\' ? words.filter((word) => !word.includes('\\')) : words
  const makers = {
    number: () => makeNumber(random, digits, decimals),
    id: () => pick(idWords),
    text: () => (random.nextInt(3) === 0 ? pick(texts) + pick(texts) : pick(texts)),
  }
  return () => (random.nextInt(10) < missingOf10 ? pick(missing) : makers[kind]())
}

function makeNumber(random: Random, digits: number, decimals: number): string {
  const sign = random.nextInt(4) === 0 ? '-' : ''
  const whole = Array.from({ length: 1 + random.nextInt(digits) }, () => random.nextInt(10)).join(
    '',
  )
  const fraction = Array.from({ length: decimals }, () => random.nextInt(10)).join('')
  const exponent = random.nextInt(25) === 0 ? `e${random.nextInt(40) - 20}` : ''
  const plain = whole.replace(/^0+(?=\d)/, '')
  return `${sign}${plain}${fraction === '' ? '' : `.${fraction}`}${exponent}`
}
