import type { IdRule } from './id-rules'

// Blanks of every script, also those that Unicode does not class as white space but draw nothing.
const blanks = /[\s\u0085\u115f\u1160\u180e\u2800\u3164\uffa0]+/g
// Marks without width, soft hyphens and marks of direction: nobody sees them.
const unseen = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g
const hyphens = /[\u058a\u2010-\u2015\u2043\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]/g
const singleQuotes = /[\u0060\u00b4\u02bc\u2018-\u201b\u2032\uff07]/g
const doubleQuotes = /[\u00ab\u00bb\u201c-\u201f\u2033\uff02]/g
const wholeNumber = /^[0-9]+\.0*$/
const digitsOnly = /^[0-9]+$/

/**
 * What is left of an id when these rules take away what they do not care about; two ids mean the
 * same by the rules if their normal forms are equal. The order of the list does not matter, and the
 * empty list changes nothing. An id of which nothing would be left stays as it is.
 *
 * - `trim`: blanks around (also NBSP and full-width), marks without width, and pairs of quotes
 *   around; a run of blanks inside counts as one.
 * - `nfc`: NFKC, so that composed and decomposed, full-width and half-width letters are the same;
 *   every hyphen and dash is `-`, every quote a straight one.
 * - `case`: small and capital letters are the same, and ß is ss.
 * - `decimal_zero`: `12.0` is `12`: only digits before the point, only zeros after it.
 * - `leading_zeros`: `00123` is `123`: only where all is digits; `0` stays.
 */
export function normalForm(id: string, rules: readonly IdRule[]): string {
  let text = isPlain.test(id) ? foldPlain(id, rules) : foldCharacters(id, rules)
  if (rules.includes('decimal_zero') && wholeNumber.test(text))
    text = text.slice(0, text.indexOf('.'))
  if (rules.includes('leading_zeros') && digitsOnly.test(text)) text = stripZeros(text)
  return text === '' ? id : text
}

/** Nothing but case is to be folded: most ids are such. */
const isPlain = /^[\w.-]+$/

function foldPlain(id: string, rules: readonly IdRule[]): string {
  return rules.includes('case') ? foldCase(id) : id
}

function foldCharacters(id: string, rules: readonly IdRule[]): string {
  let text = rules.includes('trim') ? id.replace(unseen, '') : id
  if (rules.includes('nfc')) text = foldWidthAndSigns(text)
  if (rules.includes('case')) text = foldCase(text)
  // Folding the case can part a letter from its accent again.
  if (rules.includes('case') && rules.includes('nfc')) text = foldWidthAndSigns(text)
  return rules.includes('trim') ? trimBlanksAndQuotes(text) : text
}

function foldWidthAndSigns(text: string): string {
  return foldSigns(foldSigns(text).normalize('NFKC'))
}

function foldSigns(text: string): string {
  return text.replace(hyphens, '-').replace(singleQuotes, "'").replace(doubleQuotes, '"')
}

/** Down, then up: the order in which every small letter meets its capital. */
function foldCase(text: string): string {
  return text.toLowerCase().toUpperCase()
}

/** Quotes come off until no pair is left around, and with them the blanks between them. */
function trimBlanksAndQuotes(text: string): string {
  const spaced = text.replace(blanks, ' ')
  let [start, end] = [0, spaced.length]
  for (;;) {
    if (spaced[start] === ' ' && start < end) start += 1
    if (spaced[end - 1] === ' ' && start < end) end -= 1
    const quote = spaced[start]
    const isQuoted = end - start > 2 && (quote === '"' || quote === "'")
    if (!isQuoted || spaced[end - 1] !== quote) return spaced.slice(start, end)
    start += 1
    end -= 1
  }
}

function stripZeros(digits: string): string {
  let start = 0
  while (start < digits.length - 1 && digits[start] === '0') start += 1
  return digits.slice(start)
}
