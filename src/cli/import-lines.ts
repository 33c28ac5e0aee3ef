import type { ImportedKey } from '../config/imported-key'

const words: Readonly<Record<ImportedKey['outcome'], string>> = {
  taken: 'taken',
  translated: 'translated',
  not_used: 'not used here',
  unknown: 'unknown',
}

/** One line a key of the Python system's configuration: what became of it, and why. */
export function importLines(imported: readonly ImportedKey[] | null): readonly string[] {
  return (imported ?? []).map(({ path, outcome, to, note }) => {
    const target = to === null || (to.length === 1 && to[0] === path) ? '' : ` -> ${to.join(', ')}`
    return `${words[outcome]} ${path}${target}${note === '' ? '' : `: ${note}`}`
  })
}
