import { guessRole } from '../assets/guess-role'
import type { AssetFailure } from '../assets/failure'
import { firstFew } from '../assets/first-few'
import { storesByOverlap } from '../assets/store-column'
import type { Configuration } from '../config/configuration'
import type { Source } from './contract'
import { roleWords } from './missing-roles'
import { internalSources, type StoreOverlap, storeOverlapOf } from './store-overlap'
import { unknownStores } from './unknown-stores'
import { valueDoubts } from './value-doubts'

/**
 * What may be wrong with which file was put where. `error`: the run is bound to stop at it; `warn`:
 * a person should look.
 */
export type SourceDoubt = AssetFailure & { readonly severity: 'warn' | 'error' }

/** Doubts about all files together, from their columns and their ids; no file is read again. */
export function doubtsOf(
  sources: readonly Source[],
  configuration: Configuration,
): readonly SourceDoubt[] {
  const overlap = storeOverlapOf(sources, configuration)
  return [
    ...placeDoubtsOf(sources),
    ...(overlap === null ? [] : fewCommon(overlap)),
    ...unknownStores(sources, configuration),
  ]
}

/** Those about files in the wrong place, and wrong columns: the ids of both sides are not compared. */
export function placeDoubtsOf(sources: readonly Source[]): readonly SourceDoubt[] {
  return [
    ...sameFileTwice(sources),
    ...unlikelyRoles(sources),
    ...otherStoreColumns(sources),
    ...valueDoubts(sources),
    ...unusedMetrics(sources),
  ]
}

/** The same bytes, under whatever name. */
function sameFileTwice(sources: readonly Source[]): readonly SourceDoubt[] {
  const first = new Map<string, Source>()
  return sources.flatMap((source): readonly SourceDoubt[] => {
    const before = first.get(source.profile.digest)
    if (before === undefined) {
      first.set(source.profile.digest, source)
      return []
    }
    const roles =
      before.role === source.role
        ? `both are ${roleWords[source.role]}`
        : `one is ${roleWords[before.role]}, the other ${roleWords[source.role]}`
    return [
      {
        severity: 'warn',
        code: 'same_file_twice',
        message: `${before.name} and ${source.name} are the same file, byte for byte: ${roles}.`,
        path: source.id,
        hint: 'Take one of them away, or put the right file in its place.',
      },
    ]
  })
}

type Unlikely = { readonly source: Source; readonly guess: ReturnType<typeof guessRole> }

/** Two files whose roles would each fit the other are told as one mistake. */
function unlikelyRoles(sources: readonly Source[]): readonly SourceDoubt[] {
  const unlikely = sources
    .map((source): Unlikely => ({ source, guess: guessOf(source) }))
    .filter(({ source, guess }) => guess.isSure && guess.role !== source.role)
  const told = new Set<Unlikely>()
  return unlikely.flatMap((one): readonly SourceDoubt[] => {
    if (told.has(one)) return []
    const other = unlikely.find(
      ({ source, guess }) => source.role === one.guess.role && guess.role === one.source.role,
    )
    if (other === undefined) return [unlikelyRole(one)]
    told.add(other)
    return [swapped(one.source, other.source)]
  })
}

function guessOf({ name, profile }: Source) {
  return guessRole(name, profile.columns, profile.nRows)
}

function unlikelyRole({ source, guess }: Unlikely): SourceDoubt {
  return {
    severity: 'warn',
    code: 'unlikely_role',
    message: `${source.name} is taken for ${roleWords[source.role]} and looks like ${roleWords[guess.role]}. ${guess.reason}`,
    path: source.id,
    hint: `Give it the role ${guess.role}, if that is what it is.`,
  }
}

function swapped(one: Source, other: Source): SourceDoubt {
  return {
    severity: 'warn',
    code: 'swapped_files',
    message: `${one.name} is taken for ${roleWords[one.role]} and ${other.name} for ${roleWords[other.role]}; by their columns it is the other way round.`,
    path: one.id,
    hint: 'Swap the roles of the two files.',
  }
}

/** A column that holds more stores of the other files than the one that is taken. */
function otherStoreColumns(sources: readonly Source[]): readonly SourceDoubt[] {
  const better = storesByOverlap(sources)
  return sources.flatMap((source, i): readonly SourceDoubt[] => {
    const column = better[i] ?? null
    if (column === null || column === source.columns.store) return []
    return [
      {
        severity: 'warn',
        code: 'other_store_column',
        message: `The stores of ${source.name} are taken from ${source.columns.store ?? 'no column'}; ${column} holds more stores of the other files.`,
        path: source.id,
        hint: `Set columns.store of ${source.name} to ${column}, if that is the store.`,
      },
    ]
  })
}

/** Of two ways to the internal clusters the sales are taken; the other file is read for nothing. */
function unusedMetrics(sources: readonly Source[]): readonly SourceDoubt[] {
  const metrics = sources.filter(({ role }) => role === 'store_metrics')
  const used = internalSources(sources)
  return metrics
    .filter((source) => !used.includes(source))
    .map((source) => ({
      severity: 'warn',
      code: 'unused_file',
      message: `${source.name} is not used: stores are clustered by the sales and the product map.`,
      path: source.id,
      hint: `Leave it out; or, to cluster by ${source.name}, leave out the sales and the product map.`,
    }))
}

function fewCommon({ internal, external, matching, proposals }: StoreOverlap) {
  const { pairs, onlyLeft, onlyRight } = matching
  const [best] = proposals.filter(({ nAdded }) => nAdded > 0).toSorted(byAdded)
  const offer =
    best === undefined
      ? null
      : `With ${settingOf(best)}, ${best.nAdded === 1 ? '1 store' : `${best.nAdded} stores`} would match, such as ${best.examples.map(({ left, right }) => `"${left}" and "${right}"`).join(', ')}.`
  if (pairs.length === 0 && onlyLeft.length > 0 && onlyRight.length > 0)
    return [noCommon({ internal, external, matching }, offer)]
  return offer === null || best === undefined ? [] : [moreWouldMatch(external, best.nAdded, offer)]
}

/** The most stores first; of the same number the fewest conflicts, then the first rule. */
function byAdded(a: StoreOverlap['proposals'][number], b: StoreOverlap['proposals'][number]) {
  return b.nAdded - a.nAdded || a.nConflicts - b.nConflicts
}

/** As it is typed: one rule by its name, several as a list. */
function settingOf({ rules }: StoreOverlap['proposals'][number]): string {
  const [only] = rules
  return rules.length === 1 ? `id_match: ${only}` : `id_match: [${rules.join(', ')}]`
}

function noCommon(
  { internal, external, matching }: Omit<StoreOverlap, 'proposals'>,
  offer: string | null,
): SourceDoubt {
  const [left, right] = [namesOf(internal), namesOf(external)]
  return {
    severity: 'error',
    code: 'no_common_stores',
    message: `No store is in both ${left} (${firstFew(matching.onlyLeft)}) and ${right} (${firstFew(matching.onlyRight)}).`,
    path: external[0]?.id ?? '',
    hint: offer ?? 'See that each file has the right role and the right store column.',
  }
}

function moreWouldMatch(external: readonly Source[], nAdded: number, offer: string): SourceDoubt {
  const stores = nAdded === 1 ? '1 more store' : `${nAdded} more stores`
  return {
    severity: 'warn',
    code: 'ids_written_differently',
    message: `${stores} may be in both views: the ids are written differently.`,
    path: external[0]?.id ?? '',
    hint: offer,
  }
}

function namesOf(sources: readonly Source[]): string {
  return firstFew(sources.map(({ name }) => name)) ?? ''
}
