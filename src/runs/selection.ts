import type { AssetGraph } from '../assets/graph'
import type { AssetFailure } from '../assets/failure'
import type { AnySpec } from '../assets/spec'
import { nearest } from '../assets/nearest'
import { type AssetPair, withDownstream, withUpstream } from './asset-pairs'
import { jobs } from './jobs'
import { missingRolesOf } from './missing-roles'
import { isNamed, readTerms, type Term } from './selection-terms'

export type Selection =
  | { readonly ok: true; readonly ids: ReadonlySet<string> }
  | { readonly ok: false; readonly failure: AssetFailure }

/** What a selection is resolved against: the graph for these files, and its pairs. */
export type Selectable = { readonly graph: AssetGraph; readonly pairs: readonly AssetPair[] }

/**
 * The pairs that a selection names: jobs, groups and asset keys, separated by commas; `+key` with
 * all upstream, `key+` with all downstream, `key[partition]` one partition.
 */
export function selectPairs(selection: string, from: Selectable): Selection {
  const terms = readTerms(selection, from.pairs)
  if (terms === null) return refuse(malformed(selection))
  const byId = new Map(from.pairs.map((pair) => [pair.id, pair]))
  const specs: AnySpec[] = []
  const ids = new Set<string>()
  const [above, below]: [string[], string[]] = [[], []]
  for (const term of terms) {
    const named = specsNamed(term.name, from.graph)
    if (named.length === 0) return refuse(unknownName(term.name, from.graph))
    specs.push(...named)
    const own = from.pairs.filter(
      ({ spec, partition }) =>
        named.includes(spec) && (term.partition === null || term.partition === partition),
    )
    const known = named.filter((spec) => from.graph.byKey.has(spec.key))
    if (own.length === 0 && known.length > 0) return refuse(unknownPartition(term, from.pairs))
    const base = own.map(({ id }) => id)
    for (const id of base) ids.add(id)
    if (term.upstream) above.push(...base)
    if (term.downstream) below.push(...base)
  }
  for (const id of withUpstream(above, byId)) ids.add(id)
  for (const id of withDownstream(below, from.pairs)) ids.add(id)
  const missing = missingRolesOf(specs, from.graph)
  return missing === null ? { ok: true, ids } : refuse(missing)
}

function specsNamed(name: string, graph: AssetGraph): readonly AnySpec[] {
  return everySpecOf(graph).filter(isNamed(name))
}

function everySpecOf(graph: AssetGraph): readonly AnySpec[] {
  return [...graph.nodes.map(({ spec }) => spec), ...graph.absent.map(({ spec }) => spec)]
}

function refuse(failure: AssetFailure): Selection {
  return { ok: false, failure }
}

function malformed(selection: string): AssetFailure {
  return {
    code: 'bad_selection',
    message: `"${selection}" is not a selection.`,
    path: selection,
    hint: 'Write a job, a group or an asset key: full_pipeline_job, +key, key+, key[partition], or several with commas.',
  }
}

function unknownName(name: string, graph: AssetGraph): AssetFailure {
  const specs = everySpecOf(graph)
  const known = [...jobs.keys(), ...specs.flatMap(({ key, group }) => [key, group])]
  const near = nearest(name, known)
  return {
    code: 'unknown_selection',
    message: `No job, group or asset is named "${name}".`,
    path: name,
    hint: near === null ? `Jobs: ${[...jobs.keys()].join(', ')}.` : `Did you mean "${near}"?`,
  }
}

function unknownPartition(term: Term, pairs: readonly AssetPair[]): AssetFailure {
  const names = pairs.flatMap(({ key, partition }) =>
    key === term.name && partition !== null ? [partition] : [],
  )
  const near = nearest(term.partition ?? '', names)
  return {
    code: 'unknown_partition',
    message: `${term.name} has no partition "${term.partition}".`,
    path: term.text.trim(),
    hint:
      near !== null
        ? `Did you mean "${near}"?`
        : names.length > 0
          ? `Partitions: ${names.slice(0, 12).join(', ')}.`
          : `${term.name} has no partitions: select it without brackets.`,
  }
}
