import { listed } from '../../ui/list-words'
import { formatAmount } from '../../ui/number-format'
import { sentenceCase } from '../../ui/sentence-case'
import type { DifferenceGroup } from './differences.model'

/** `4 settings and 1 file differ`, `The baseline differs` */
export function differencesTitle(groups: readonly DifferenceGroup[]): string {
  const parts = groups.flatMap(({ title, rows }) => {
    const differing = rows.filter(({ isSame }) => !isSame)
    if (title === 'Conditions') return differing.map(({ name }) => `the ${name.toLowerCase()}`)
    const [one, many] = nouns.get(title) ?? [title, title]
    return differing.length === 0 ? [] : [formatAmount(differing.length, one, many)]
  })
  const [only = ''] = parts
  if (parts.length === 0) return 'Nothing differs in what the runs were made of'
  if (parts.length === 1) return sentenceCase(`${only} ${isPlural(only) ? 'differ' : 'differs'}`)
  return sentenceCase(`${listed(parts)} differ`)
}

function isPlural(part: string): boolean {
  return !part.startsWith('1 ') && part.endsWith('s')
}

const nouns: ReadonlyMap<string, readonly [one: string, many: string]> = new Map([
  ['Settings', ['setting', 'settings']],
  ['Files', ['file', 'files']],
  ['Columns', ['column', 'columns']],
  ['Methods', ['method', 'methods']],
  ['Checks', ['check', 'checks']],
])
