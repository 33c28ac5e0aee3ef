import type { Random } from '../../../math/random'
import type { Seed } from './made-corpus'

type Bytes = Uint8Array<ArrayBuffer>
type Mutation = (bytes: Bytes, random: Random) => Bytes

const utf8 = new TextEncoder()
const long = 2000

/** What hurts a reader of tables: signs of the dialect, marks, letters of two to four bytes, no letters. */
const splices: readonly Bytes[] = [
  [',', ';', '\t', '|', '"', '""', '"""', "'", '\\', '\\"', '\n', '\r', '\r\n', '\n\n', '\0'],
  [' ', '  ', '",', ',"', '"\n', '\n"', '" ,', '",\r\n"', '#', '# x\n', 'sep=;\n', '=1+1', "'="],
  ['Total', 'NA', '-', '1e5', '1,5', '1.234,5', '(3)', '€', '２', '\u00a0', '\u202f', '\u2212'],
  [
    '\ufeff',
    '\ufffd',
    'é',
    '東',
    '😀',
    'e\u0301',
    '\u2028',
    '\u0085',
    '[',
    '{',
    '{"a":1}\n',
    ','.repeat(40),
  ],
]
  .flat()
  .map((text): Bytes => utf8.encode(text))
  .concat([
    Uint8Array.of(0xff),
    Uint8Array.of(0xc3),
    Uint8Array.of(0x80),
    Uint8Array.of(0xf0, 0x9f, 0x98),
    Uint8Array.of(0xed, 0xa0, 0x80),
    Uint8Array.of(0xc0, 0x80),
    Uint8Array.of(0xff, 0xfe),
    Uint8Array.of(0x1f, 0x8b),
    Uint8Array.of(0x1a),
  ])

const mutations: readonly Mutation[] = [
  // A bit flips, a byte is another one, bytes are missing, come twice, or are others.
  (bytes, random) => changed(bytes, random, (byte) => byte ^ (1 << random.nextInt(8))),
  (bytes, random) => changed(bytes, random, () => random.nextInt(256)),
  (bytes, random) => replaced(bytes, piece(bytes, random, 12), new Uint8Array()),
  (bytes, random) => insertedAt(bytes, random, sliceOf(bytes, piece(bytes, random, 40))),
  (bytes, random) => insertedAt(bytes, random, splices[random.nextInt(splices.length)]),
  (bytes, random) => insertedAt(bytes, random, splices[random.nextInt(splices.length)]),
  (bytes, random) =>
    replaced(bytes, piece(bytes, random, 3), splices[random.nextInt(splices.length)]),
  // Cut off, at either end.
  (bytes, random) => bytes.slice(0, random.nextInt(bytes.length + 1)),
  (bytes, random) => bytes.slice(random.nextInt(bytes.length + 1)),
  swapped,
]

/** Seeds by where they come from: each place is as likely, however many it has. */
export type Corpus = readonly (readonly Seed[])[]

/** One mutant of one seed, or of two joined: which, and how, the random numbers say. */
export function mutate(corpus: Corpus, random: Random): Bytes {
  const [base, other] = [seedOf(corpus, random), seedOf(corpus, random)]
  let bytes = random.nextInt(20) === 0 ? joined(base, other, random) : base.slice()
  for (let n = random.nextInt(6); n >= 0; n--)
    bytes = mutations[random.nextInt(mutations.length)](bytes, random)
  return bytes
}

function seedOf(corpus: Corpus, random: Random): Bytes {
  const seeds = corpus[random.nextInt(corpus.length)]
  const { bytes } = seeds[random.nextInt(seeds.length)]
  // A long file takes as long as many short ones: most of them are passed over.
  return bytes.length > long && random.nextInt(4) > 0 ? seedOf(corpus, random) : bytes
}

function joined(first: Bytes, second: Bytes, random: Random): Bytes {
  const head = first.subarray(0, random.nextInt(first.length + 1))
  return concat([head, second.subarray(random.nextInt(second.length + 1))])
}

type Piece = { readonly from: number; readonly to: number }

function piece(bytes: Bytes, random: Random, longest: number): Piece {
  const from = random.nextInt(bytes.length + 1)
  return { from, to: Math.min(bytes.length, from + random.nextInt(longest) + 1) }
}

function sliceOf(bytes: Bytes, { from, to }: Piece): Bytes {
  return bytes.subarray(from, to)
}

function changed(bytes: Bytes, random: Random, change: (byte: number) => number): Bytes {
  if (bytes.length === 0) return bytes
  const at = random.nextInt(bytes.length)
  bytes[at] = change(bytes[at])
  return bytes
}

function replaced(bytes: Bytes, { from, to }: Piece, by: Bytes): Bytes {
  return concat([bytes.subarray(0, from), by, bytes.subarray(to)])
}

function insertedAt(bytes: Bytes, random: Random, piece: Bytes): Bytes {
  const at = random.nextInt(bytes.length + 1)
  return replaced(bytes, { from: at, to: at }, piece)
}

function swapped(bytes: Bytes, random: Random): Bytes {
  const [a = 0, b = 0, c = 0] = [0, 0, 0]
    .map(() => random.nextInt(bytes.length + 1))
    .sort((x, y) => x - y)
  return concat([
    bytes.subarray(0, a),
    bytes.subarray(b, c),
    bytes.subarray(a, b),
    bytes.subarray(c),
  ])
}

function concat(pieces: readonly Uint8Array[]): Bytes {
  const whole = new Uint8Array(pieces.reduce((n, { length }) => n + length, 0))
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
