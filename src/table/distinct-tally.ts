import { compareText } from './compare-text'
import type { LevelLimit } from './column-profile'
import { detachText } from './detach-text'

/** Distinct texts of one column, counted exactly up to a cap; the first ones are kept as levels. */
export type DistinctTally = {
  readonly add: (text: string) => void
  /** True where there are more than are counted: no further text changes anything. */
  readonly isOver: () => boolean
  /** How many there are, up to the cap. */
  readonly size: () => number
  readonly read: () => SeenTexts
  /** Adds what follows. */
  readonly merge: (next: SeenTexts) => void
  readonly finish: (limit: LevelLimit) => DistinctFacts
}

/** Distinct texts by first sight; there were more of them where they are not all. */
export type SeenTexts = { readonly texts: readonly string[]; readonly isExact: boolean }

export type DistinctFacts = {
  readonly nDistinct: number
  readonly distinctIsExact: boolean
  readonly levels: readonly string[]
  readonly levelsAreComplete: boolean
}

export const maxDistinct = 200_000
/** Levels shown of a column that has too many of them. */
export const nFirstLevels = 20

export function createDistinctTally(cap = maxDistinct): DistinctTally {
  const seen = new Set<string>()
  let isExact = true
  let nCharacters = 0
  const add = (text: string): void => {
    if (seen.size < cap) {
      if (seen.has(text)) return
      seen.add(detachText(text))
      nCharacters += text.length
    } else if (isExact && !seen.has(text)) isExact = false
  }
  return {
    add,
    isOver: () => !isExact,
    size: () => seen.size,
    read: () => ({ texts: [...seen], isExact }),
    merge: (next) => {
      for (const text of next.texts) add(text)
      isExact &&= next.isExact
    },
    finish: ({ few, many, characters }) => {
      const isShort = seen.size <= few || (seen.size <= many && nCharacters <= characters)
      const levelsAreComplete = isExact && isShort
      return {
        nDistinct: seen.size,
        distinctIsExact: isExact,
        levels: levelsAreComplete ? [...seen].sort(compareText) : firstOf(seen, nFirstLevels),
        levelsAreComplete,
      }
    },
  }
}

function firstOf(texts: ReadonlySet<string>, n: number): string[] {
  const first: string[] = []
  for (const text of texts) {
    if (first.length === n) break
    first.push(text)
  }
  return first
}
