const longest = 32

/**
 * A feature's name as it reads in a sentence: `% Sales SINGLE-SERVE CHIPS` becomes `Single-serve
 * chips`, `median_income` and `MedianIncome` become `Median income`, the level `region=South` becomes `Region: south`.
 * Words in capitals in mixed text (US, GDP) stay.
 */
export function plainName(feature: string): string {
  const words = feature
    .replace(/^% Sales /, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[\s_]+/g, ' ')
    .replace(/(\w)=(\w)/, '$1: $2')
    .trim()
  if (words === '') return feature
  const isShouted = words === words.toUpperCase()
  const lowered = words
    .split(' ')
    .map((word) => (!isShouted && isAcronym(word) ? word : word.toLowerCase()))
    .join(' ')
  return shorten(lowered.charAt(0).toUpperCase() + lowered.slice(1))
}

function isAcronym(word: string): boolean {
  return word.length > 1 && word === word.toUpperCase()
}

/** Cut at a word where there is one in the second half, so that a name fits on a card. */
function shorten(text: string): string {
  if (text.length <= longest) return text
  const space = text.slice(0, longest).lastIndexOf(' ')
  return `${text.slice(0, space > longest / 2 ? space : longest - 1)}…`
}
