import { firstFew } from '../assets/first-few'
import { guessValue } from '../assets/value-column'
import type { Source } from './contract'
import type { SourceDoubt } from './source-doubts'

type Read = Pick<Source, 'id' | 'name' | 'role' | 'columns' | 'profile' | 'chosen'>

/** Files of sales whose value column is one of several that it could be, and nobody chose it. */
export function valueDoubts(sources: readonly Read[]): readonly SourceDoubt[] {
  return sources.flatMap((source): readonly SourceDoubt[] => {
    const { id, name, role, columns, chosen = [] } = source
    if (role !== 'sales' || columns.value === null || chosen.includes('value')) return []
    const guess = guessOf(source)
    if (guess.isSure || guess.name !== columns.value) return []
    const taken = `${columns.value} is taken as the value of ${name}`
    return [
      {
        severity: 'warn',
        code: 'unsure_value_column',
        message:
          guess.rivals.length === 0
            ? `${taken}, though its name speaks of something else than sales.`
            : `${taken}; ${firstFew(guess.rivals) ?? ''} could be it as well.`,
        path: id,
        hint: `Choose the column of what was sold: --set sales.columns.value=${guess.rivals[0] ?? 'COLUMN'}, or =${columns.value} to keep this one.`,
      },
    ]
  })
}

/** The column that could be the value as well, the first in the file; null where there is none. */
export function rivalValue(source: Read): string | null {
  return guessOf(source).rivals[0] ?? null
}

function guessOf({ columns, profile }: Read) {
  const { store, product, category } = columns
  return guessValue(profile.columns, [store, product, category], profile.nRows)
}
