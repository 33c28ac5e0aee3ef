import { compareText } from './compare-text'
import { maxLevels } from './column-profile'
import { detachText } from './detach-text'

/** Distinct texts of one column, counted exactly up to a cap; the first ones are kept as levels. */
export type DistinctTally = {
  readonly add: (text: string) => void
  readonly finish: () => DistinctFacts
}

export type DistinctFacts = {
  readonly nDistinct: number
  readonly distinctIsExact: boolean
  readonly levels: readonly string[]
  readonly levelsAreComplete: boolean
}

export const maxDistinct = 200_000
/** Levels shown of a column that has too many of them. */
const nFirstLevels = 20

export function createDistinctTally(cap = maxDistinct): DistinctTally {
  const seen = new Set<string>()
  let isExact = true
  return {
    add: (text) => {
      if (seen.size < cap) {
        if (!seen.has(text)) seen.add(detachText(text))
      } else if (isExact && !seen.has(text)) isExact = false
    },
    finish: () => {
      const levelsAreComplete = isExact && seen.size <= maxLevels
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
