import type { ActiveOverride } from '../assets/override'
import { canonicalJson } from './canonical-json'
import type { MadeFrom, Source } from './contract'

/** SHA-256 of a text in UTF-8, as hex. Injected: it comes from the platform. */
export type Hash = (text: string) => string

/** The data version of one upstream partition. */
export type PartitionVersion = readonly [partition: string | null, dataVersion: string]

/** Upstream data versions under the name that the asset knows them by. */
export type DepVersions = Readonly<Record<string, readonly PartitionVersion[]>>

/** All that a value depends on. Equal ingredients mean equal values. */
export type Ingredients = {
  readonly key: string
  readonly partition: string | null
  readonly codeVersion: string
  readonly params: Readonly<Record<string, unknown>>
  /** Versions of the files that the asset reads itself, in the order in which it sees them. */
  readonly sources: readonly string[]
  readonly deps: DepVersions
  /** Data version of its own value in the baseline run, for an asset that carries. */
  readonly baseline: string | null
  readonly overrides: readonly ActiveOverride[]
}

/**
 * The version law: what a value is made of names the value. The hash of
 * `[key, partition, codeVersion, params, inputs]` in canonical JSON; `params` may be given as text,
 * which all partitions of an asset have in common.
 */
export function dataVersionOf(
  made: Ingredients,
  hash: Hash,
  params = canonicalJson(made.params),
): string {
  const { key, partition, codeVersion, sources, deps } = made
  const inputs = { files: sources, assets: deps, ...memoryOf(made) }
  const names = [key, partition, codeVersion].map((name) => canonicalJson(name))
  return hash(`[${[...names, params, canonicalJson(inputs)].join(',')}]`)
}

/** Nothing for the assets that no person and no earlier run has a say in: most of them. */
function memoryOf({ baseline, overrides }: Ingredients) {
  return {
    ...(baseline === null ? {} : { baseline }),
    ...(overrides.length === 0 ? {} : { overrides }),
  }
}

/**
 * A file's version: its bytes and how they were read. Of market data the name counts too: columns
 * that differ between files are suffixed by it.
 */
export function sourceVersionOf(source: Source, hash: Hash): string {
  const { role, name, columns, profile } = source
  const types = profile.columns.map((column) => [column.name, column.type])
  const suffix = role === 'external' ? name : null
  return hash(canonicalJson([role, suffix, profile.digest, profile.options, columns, types]))
}

/** The same hash that remembers its texts: partitions have most of what they are made of in common. */
export function rememberHash(hash: Hash): Hash {
  const known = new Map<string, string>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const digest = hash(text)
    known.set(text, digest)
    return digest
  }
}

/** Digests that only ever answer "is it the same?", short because every run record holds many. */
export function madeFromOf(
  made: Ingredients,
  hash: Hash,
  params = canonicalJson(made.params),
): MadeFrom {
  const short = (value: unknown) => hash(canonicalJson(value)).slice(0, 16)
  const { sources, deps } = made
  const memory = memoryOf(made)
  return {
    params: hash(params).slice(0, 16),
    sources: short(sources),
    deps: short(deps),
    ...(Object.keys(memory).length === 0 ? {} : { memory: short(memory) }),
  }
}
