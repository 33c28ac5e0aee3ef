import type { OverrideBranch, OverrideEntry } from '../assets/override'
import { wholeFile } from '../assets/preprocessing/partition-names'
import { checkReferences } from './override-references'
import { invalidValue, isMap, joinPath, type Report, reportUnknownKeys } from './fault'
import { readCluster, readStores, readText, readTime, type Written } from './override-parts'

const branches: readonly OverrideBranch[] = ['internal', 'external', 'merged']

const stampKeys = ['kind', 'id', 'reason', 'author', 'time'] as const
const placeKeys = ['branch', 'category'] as const

/** The keys of each kind besides those of who, when and why. */
const keysByKind = {
  lock: [...placeKeys, 'stores', 'cluster'],
  must_link: [...placeKeys, 'stores'],
  cannot_link: [...placeKeys, 'stores'],
  exclude: [...placeKeys, 'stores'],
  rename: [...placeKeys, 'cluster', 'name'],
  revoke: ['of'],
} as const

type Kind = keyof typeof keysByKind

const kinds = [
  'lock',
  'must_link',
  'cannot_link',
  'exclude',
  'rename',
  'revoke',
] as const satisfies readonly Kind[]

/**
 * The log of overrides, oldest first: a list of entries, each with its reason, author and time. An
 * entry with a fault is left out; ids are there once, and a revoke names an entry above it.
 */
export function readOverrides(
  value: unknown,
  path: string,
  report: Report,
): readonly OverrideEntry[] {
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) {
    report(invalidValue(path, value, 'a list of overrides'))
    return []
  }
  const entries = value.flatMap((one: unknown, i) => {
    const at = `${path}[${i}]`
    if (isMap(one)) return [{ at, entry: readEntry({ map: one, path: at, report }) }]
    report(invalidValue(at, one, 'a map with kind, id, reason, author and time'))
    return []
  })
  checkReferences(value, path, report)
  return entries.flatMap(({ entry }) => (entry === null ? [] : [entry]))
}

function readEntry(written: Written): OverrideEntry | null {
  const { map, path, report } = written
  const kind = kinds.find((known) => known === map['kind']) ?? null
  if (kind === null) {
    report(invalidValue(joinPath(path, 'kind'), map['kind'] ?? null, `one of ${kinds.join(', ')}`))
    return null
  }
  reportUnknownKeys(map, { path, known: [...stampKeys, ...keysByKind[kind]] }, report)
  const stamp = readStamp(written)
  const override = readOverride(kind, written)
  return stamp === null || override === null ? null : { ...stamp, ...override }
}

function readStamp(written: Written) {
  const [id, reason, author] = [
    readText('id', written),
    readText('reason', written),
    readText('author', written),
  ]
  const time = readTime(written)
  if (id === null || reason === null || author === null || time === null) return null
  return { id, time, author, reason }
}

function readOverride(kind: Kind, written: Written) {
  if (kind === 'revoke') {
    const of = readText('of', written)
    return of === null ? null : { kind, of }
  }
  const place = readPlace(written)
  const cluster = kind === 'lock' || kind === 'rename' ? readCluster(written) : ''
  const name = kind === 'rename' ? readText('name', written) : ''
  const least = kind === 'must_link' || kind === 'cannot_link' ? 2 : 1
  const stores = kind === 'rename' ? [] : readStores(least, written)
  if (place === null || cluster === null || name === null || stores === null) return null
  if (kind === 'rename') return { kind, ...place, cluster, name }
  return kind === 'lock' ? { kind, ...place, stores, cluster } : { kind, ...place, stores }
}

function readPlace(written: Written) {
  const { map, path, report } = written
  const branch = branches.find((known) => known === map['branch']) ?? null
  if (branch === null) {
    const expects = `one of ${branches.join(', ')}`
    report(invalidValue(joinPath(path, 'branch'), map['branch'] ?? null, expects))
  }
  const category = map['category'] === undefined ? wholeFile : readText('category', written)
  return branch === null || category === null ? null : { branch, category }
}
