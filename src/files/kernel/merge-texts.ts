import { compareText } from '../../table/compare-text'

export type MergedTexts = {
  /** The used texts of all ranges, sorted by code units. */
  readonly texts: readonly string[]
  /** By range and code of the range: the place in `texts`, -1 for a text that is not used. */
  readonly ranks: readonly Int32Array[]
}

/** One sorted list out of the texts of several ranges; `used` holds the codes with a used row. */
export function mergeTexts(
  ranges: readonly { readonly texts: readonly string[]; readonly used: readonly Int32Array[] }[],
): MergedTexts {
  const flags = ranges.map(({ texts, used }) => {
    const isUsed = new Uint8Array(texts.length)
    for (const codes of used) for (const code of codes) isUsed[code] = 1
    return isUsed
  })
  const distinct = new Set<string>()
  ranges.forEach(({ texts }, range) => {
    texts.forEach((text, code) => {
      if (flags[range][code] === 1) distinct.add(text)
    })
  })
  const texts = [...distinct].sort(compareText)
  const rankOf = new Map(texts.map((text, rank) => [text, rank]))
  const ranks = ranges.map((range) =>
    Int32Array.from(range.texts, (text) => rankOf.get(text) ?? -1),
  )
  return { texts, ranks }
}
