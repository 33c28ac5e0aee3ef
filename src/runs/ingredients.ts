import type { ActiveOverride } from '../assets/override'
import type { AssetPair } from './asset-pairs'
import type { DepVersions, Ingredients, PartitionVersion } from './version'

/** What is known of a pair before it is made. */
export type Known = {
  readonly params: Readonly<Record<string, unknown>>
  readonly sources: readonly string[]
  readonly baseline: string | null
  readonly overrides: readonly ActiveOverride[]
  readonly versionOf: (id: string) => string | undefined
}

/**
 * What a pair is made of. Of a fan-in, the partitions that have a version in every fan-in of the
 * pair, so that they line up; `null` when an input has none at all.
 */
export function ingredientsOf(pair: AssetPair, known: Known): Ingredients | null {
  const { params, sources, baseline, overrides, versionOf } = known
  const usable = usableInputs(pair, (id) => versionOf(id) !== undefined)
  if (usable === null) return null
  const { key, partition, spec } = pair
  const deps = depsOf(usable, versionOf)
  const { codeVersion } = spec
  return { key, partition, codeVersion, params, sources, deps, baseline, overrides }
}

function depsOf(inputs: AssetPair['inputs'], versionOf: Known['versionOf']): DepVersions {
  const deps = inputs.map(({ name, refs }) => {
    const versions = refs.map(({ partition, id }): PartitionVersion => [
      partition,
      versionOf(id) ?? '',
    ])
    return [name, versions] as const
  })
  return Object.fromEntries(deps)
}

/** The inputs that can be read; `null` when one that is needed, or every partition of one, cannot. */
export function usableInputs(
  pair: AssetPair,
  isUsable: (id: string) => boolean,
): AssetPair['inputs'] | null {
  const fanIns = pair.inputs.filter(({ fanIn }) => fanIn)
  const isInAll = (partition: string | null) =>
    fanIns.every(({ refs }) => refs.some((ref) => ref.partition === partition && isUsable(ref.id)))
  const inputs =
    fanIns.length === 0
      ? pair.inputs
      : pair.inputs.map((input) =>
          input.fanIn
            ? { ...input, refs: input.refs.filter(({ partition }) => isInAll(partition)) }
            : input,
        )
  const isReadable = inputs.every(
    ({ refs }) => refs.length > 0 && refs.every(({ id }) => isUsable(id)),
  )
  return isReadable ? inputs : null
}
