import { externalFeaturesData } from '../../assets/preprocessing/external-features-data/spec'
import { internalRawSalesData } from '../../assets/preprocessing/internal-raw-sales-data/spec'
import { crossed } from '../../assets/specs'
import type { Configuration } from '../../config/configuration'
import type { Source } from '../../runs/contract'
import { idsOf, internalSources, joinedIds, rulesFor, storeIdsOf } from '../../runs/store-overlap'
import { compareText } from '../../table/compare-text'
import { createIdLookup } from '../../table/id-lookup'
import type { IdRule } from '../../table/id-rules'
import { type IdMatching, matchIds } from '../../table/match-ids'
import type { AppState } from '../app-state'
import { selectEffectiveConfiguration } from '../config/effective-configuration'
import { remember } from '../remember'
import { readySources } from '../selectors'

/** Ids of one side that are looked for on another, as the files name them, before a run. */
export type IdJoin = {
  /** `stores`: internal and external files; `files`: an external file and those before it. */
  readonly kind: 'stores' | 'files' | 'products'
  readonly left: readonly Source[]
  readonly right: readonly Source[]
  readonly leftIds: readonly string[]
  readonly rightIds: readonly string[]
  /** In use. */
  readonly rules: readonly IdRule[]
  readonly matching: IdMatching
}

/** Stores of one of several external files. */
export type FileStores = {
  readonly id: string
  readonly name: string
  readonly nStores: number
  /** Ids that no other external file has, and those of the others that this one lacks. */
  readonly onlyHere: readonly string[]
  readonly lacking: readonly string[]
}

export type SharedStores = {
  readonly nStores: number
  readonly nInAll: number
  readonly files: readonly FileStores[]
}

/** A join is null where a side has no file, or one of its files holds more ids than are kept. */
export type IdJoins = {
  readonly stores: IdJoin | null
  readonly products: IdJoin | null
  /** Of two external files or more: each later one against all before it. */
  readonly between: readonly IdJoin[]
  readonly shared: SharedStores | null
}

/** The rules of `id_match` by what they are used for. */
export type JoinRules = Readonly<Record<IdJoin['kind'], readonly IdRule[]>>

/** How the ids of the files on the desk meet; the same object while files and rules are the same. */
export function selectIdJoins(state: AppState): IdJoins {
  return joinsOf(readySources(state), steadyRules(selectEffectiveConfiguration(state)))
}

/** The rules of `id_match` that are set, for what they are used for. */
export function selectJoinRules(state: AppState): JoinRules {
  return steadyRules(selectEffectiveConfiguration(state))
}

const joinsOf = remember(idJoinsOf)

/** The same object while the rules are the same: no other setting changes a join. */
const steadyRules = (() => {
  let last: JoinRules | null = null
  return remember((configuration: Configuration): JoinRules => {
    const rules = rulesInUse(configuration)
    if (JSON.stringify(rules) !== JSON.stringify(last)) last = rules
    return last ?? rules
  })
})()

function rulesInUse(configuration: Configuration): JoinRules {
  return {
    stores: rulesFor(crossed, configuration),
    files: rulesFor(externalFeaturesData, configuration),
    products: rulesFor(internalRawSalesData, configuration),
  }
}

/** Time and space grow with the ids. */
export function idJoinsOf(sources: readonly Source[], rules: JoinRules): IdJoins {
  const external = sources
    .filter(({ role }) => role === 'external')
    .toSorted((a, b) => compareText(a.name, b.name))
  return {
    stores: storesJoin(internalSources(sources), external, rules),
    products: productsJoin(sources, rules.products),
    ...externalJoins(external, rules.files),
  }
}

function storesJoin(
  internal: readonly Source[],
  external: readonly Source[],
  { stores: rules, files }: JoinRules,
): IdJoin | null {
  const leftIds = joinedIds(internal, [])
  const rightIds = joinedIds(external, files)
  if (leftIds === null || rightIds === null) return null
  const matching = matchIds(leftIds, rightIds, rules)
  return { kind: 'stores', left: internal, right: external, leftIds, rightIds, rules, matching }
}

function productsJoin(sources: readonly Source[], rules: readonly IdRule[]): IdJoin | null {
  const left = sources.filter(({ role }) => role === 'sales')
  const right = sources.filter(({ role }) => role === 'product_map')
  const leftIds = productIds(left)
  const rightIds = productIds(right)
  if (leftIds === null || rightIds === null) return null
  const matching = matchProducts(leftIds, rightIds, rules)
  return { kind: 'products', left, right, leftIds, rightIds, rules, matching }
}

function productIds(sources: readonly Source[]): readonly string[] | null {
  const ids = sources.map((source) => idsOf(source, 'product'))
  if (ids.length === 0 || ids.some((each) => each === null)) return null
  return [...new Set(ids.flatMap((each) => each ?? []))].sort(compareText)
}

/** As sales find their product: several spellings of the sales may be one product of the map. */
export function matchProducts(
  sold: readonly string[],
  mapped: readonly string[],
  rules: readonly IdRule[],
): IdMatching {
  const { indexOf, conflicts } = createIdLookup(mapped, rules)
  const pairs = sold.flatMap((left) => {
    const right = mapped[indexOf(left)]
    return right === undefined ? [] : [{ left, right }]
  })
  const [found, used] = [
    new Set(pairs.map(({ left }) => left)),
    new Set(pairs.map(({ right }) => right)),
  ]
  return {
    pairs,
    byRule: pairs.filter(({ left, right }) => left !== right),
    onlyLeft: sold.filter((id) => !found.has(id)),
    onlyRight: mapped.filter((id) => !used.has(id)),
    conflicts: conflicts.map(({ form, ids }) => ({ form, left: [], right: ids })),
  }
}

/** A store goes by the id of the first file that has it, as the run joins them. */
function externalJoins(
  sources: readonly Source[],
  rules: readonly IdRule[],
): Pick<IdJoins, 'between' | 'shared'> {
  const none = { between: [], shared: null }
  if (sources.length < 2) return none
  const between: IdJoin[] = []
  const joined: string[] = []
  const idsOfFiles: (readonly string[])[] = []
  for (const [i, source] of sources.entries()) {
    const rightIds = storeIdsOf(source)
    if (rightIds === null) return none
    const leftIds = [...joined]
    const matching = matchIds(leftIds, rightIds, rules)
    const left = sources.slice(0, i)
    if (i > 0)
      between.push({ kind: 'files', left, right: [source], leftIds, rightIds, rules, matching })
    joined.push(...matching.onlyRight)
    idsOfFiles.push([...matching.pairs.map(({ left: id }) => id), ...matching.onlyRight])
  }
  return { between, shared: sharedStores(sources, joined, idsOfFiles) }
}

function sharedStores(
  sources: readonly Source[],
  all: readonly string[],
  idsOfFiles: readonly (readonly string[])[],
): SharedStores {
  const nFilesOf = new Map<string, number>()
  for (const id of idsOfFiles.flat()) nFilesOf.set(id, (nFilesOf.get(id) ?? 0) + 1)
  return {
    nStores: all.length,
    nInAll: all.filter((id) => nFilesOf.get(id) === sources.length).length,
    files: sources.map(({ id, name }, i) => {
      const here = idsOfFiles[i] ?? []
      const isHere = new Set(here)
      return {
        id,
        name,
        nStores: here.length,
        onlyHere: here.filter((store) => nFilesOf.get(store) === 1).toSorted(compareText),
        lacking: all.filter((store) => !isHere.has(store)).toSorted(compareText),
      }
    }),
  }
}
