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
]
const words = new Set(pairs.flat())

/** True for the words above without case; never for 0 and 1, which stay numbers. */
export function isBoolean(text: string): boolean {
  return text.length <= 7 && words.has(text.trim().toLowerCase())
}
