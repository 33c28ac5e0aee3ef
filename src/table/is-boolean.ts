/** Each word with its opposite, in the languages that files came in so far. */
const pairs = [
  ['true', 'false'],
  ['yes', 'no'],
  ['y', 'n'],
  ['ja', 'nein'],
  ['j', 'n'],
  ['wahr', 'falsch'],
  ['oui', 'non'],
  ['vrai', 'faux'],
  ['si', 'no'],
  ['s\u00ed', 'no'],
] as const
const words: ReadonlyMap<string, boolean> = new Map(
  pairs.flatMap(([yes, no]) => [[yes, true] as const, [no, false] as const]),
)

/** True for the words above without case; never for 0 and 1, which stay numbers. */
export function isBoolean(text: string): boolean {
  return booleanOf(text) !== null
}

/** What such a word says; `null` for any other text. */
export function booleanOf(text: string): boolean | null {
  return text.length <= 7 ? (words.get(text.trim().toLowerCase()) ?? null) : null
}
