/** An encoding of one byte a character, and the signs by which a text in it is known. */
type Alphabet = {
  readonly encoding: string
  readonly letters: RegExp
  /** The letters that make up more than half of any text, in lower case. */
  readonly common: ReadonlySet<string>
}

const russian = new Set('оеаинтсрвлкмд')
const alphabets: readonly Alphabet[] = [
  { encoding: 'windows-1251', letters: /\p{Script=Cyrillic}/gu, common: russian },
  { encoding: 'koi8-r', letters: /\p{Script=Cyrillic}/gu, common: russian },
  { encoding: 'ibm866', letters: /\p{Script=Cyrillic}/gu, common: russian },
  {
    encoding: 'windows-1253',
    letters: /\p{Script=Greek}/gu,
    common: new Set('αοιτεσνηυρκπλςάόίέ'),
  },
  { encoding: 'windows-1255', letters: /\p{Script=Hebrew}/gu, common: new Set('יוהלארתבםמשנ') },
  { encoding: 'windows-1256', letters: /\p{Script=Arabic}/gu, common: new Set('ايلمنوتربةسع') },
  { encoding: 'windows-874', letters: /\p{Script=Thai}/gu, common: new Set('านรอกเงมยลวดทสต่้') },
]

/**
 * The encoding whose letters come as they do in words, or `null` where none does clearly.
 * `central europe`: only windows-1250, told from windows-1252 by signs in the middle of words.
 */
export function guessAlphabet(bytes: Uint8Array, among: 'words' | 'central europe'): string | null {
  if (among === 'central europe') return isCentralEuropean(bytes) ? 'windows-1250' : null
  const scores = alphabets.map((alphabet) => ({
    encoding: alphabet.encoding,
    score: scoreOf(bytes, alphabet),
  }))
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a))
  return best.score > 0.5 ? best.encoding : null
}

/**
 * The share of the alphabet's everyday letters, less where capitals stand inside words. Letters that
 * mostly stand alone or in pairs are no text: they are signs of another encoding.
 */
function scoreOf(bytes: Uint8Array, { encoding, letters, common }: Alphabet): number {
  const text = new TextDecoder(encoding).decode(bytes)
  const nBeyondAscii = text.match(/\P{ASCII}/gu)?.length ?? 0
  const found = text.match(letters) ?? []
  if (found.length < 0.9 * nBeyondAscii || found.length === 0) return 0
  const inWords = text.match(/[^\p{ASCII}]{3,}/gu)?.join('').length ?? 0
  if (inWords < 0.6 * found.length) return 0
  const nCommon = found.filter((letter) => common.has(letter.toLowerCase())).length
  const nInside = text.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0
  return (nCommon - nInside) / found.length
}

/** Signs that windows-1252 has where windows-1250 has letters: they never stand inside a word. */
function isCentralEuropean(bytes: Uint8Array): boolean {
  const text = new TextDecoder('windows-1252').decode(bytes)
  return (text.match(/\p{L}[\u00b9\u00b3\u00bf\u00be]\p{L}/gu)?.length ?? 0) > 1
}
