import { formatCount } from './number-format'

/** Names in a sentence: `a`, `a and b`, `a, b and c`; of more than `most`, `a, b and 3 more`. */
export function listed(names: readonly string[], most = Infinity): string {
  const isCut = names.length > most
  const shown = isCut ? names.slice(0, most) : names.slice(0, -1)
  const last = isCut ? `${formatCount(names.length - most)} more` : (names.at(-1) ?? '')
  return shown.length === 0 ? last : `${shown.join(', ')} and ${last}`
}
