import type * as v from 'valibot'
import type { ActiveOverride, OverrideUse } from './override'
import type { ParamValues, Params } from './schema'
import type { Report, Role, SourceReader } from './source'

export type Branch = 'internal' | 'external'
export type Group =
  | 'preprocessing'
  | 'feature_engineering'
  | 'model_training'
  | 'cluster_assignment'
  | 'merging'
  | 'cluster_analysis'

/**
 * Which partitions an asset has. `none`: a single value. `internal`: one per product category
 * (or `all` when the internal file has none). `external`: `all`, or one per category when
 * `external_scope` is `per_category`.
 */
export type Partitioning = 'none' | 'internal' | 'external'

/** Kinds of overrides that say where a store goes; `rename` only says what a cluster is called. */
export const placingKinds = ['lock', 'must_link', 'cannot_link', 'exclude'] as const

export type Severity = 'warn' | 'error'

export type CheckSpec = {
  readonly name: string
  readonly description: string
  readonly severity: Severity
  /** A failed blocking check stops everything downstream of its asset. */
  readonly blocking: boolean
  /** What a person does when it fails, in one sentence; names the parameters that matter. */
  readonly next: string
}

/**
 * An upstream asset, by reference. `oneOf`: the first alternative whose files are present.
 * `ifPresent`: read where its files are there, done without where they are not. `when`: read only
 * where a parameter that the graph reads has this value.
 */
export type Dep =
  | AnySpec
  | { readonly ifPresent: AnySpec }
  | { readonly oneOf: readonly AnySpec[] }
  | { readonly spec: AnySpec; readonly when: { readonly param: string; readonly is: string } }

export type Deps = { readonly [name: string]: Dep }

/** What both threads know of an asset. Data only: no compute, no check functions. */
export type AssetSpec<
  V = unknown,
  P extends Params = Params,
  D extends Deps = Deps,
  C extends readonly CheckSpec[] = readonly CheckSpec[],
> = {
  readonly key: string
  readonly label: string
  readonly description: string
  readonly group: Group
  readonly branch: Branch | null
  readonly codeVersion: string
  readonly partitions: Partitioning
  /** File roles this asset reads itself; more than one file only for `external`. */
  readonly sources: readonly Role[]
  readonly deps: D
  readonly params: P
  readonly value: v.GenericSchema<unknown, V>
  /**
   * The list in a large value whose members, by `name`, are for one partition downstream each. They
   * are kept apart: what is downstream in a partition finds its own member there, or none.
   */
  readonly partsIn?: string
  readonly checks: C
  /** Reads its own value in the baseline run, to carry ids and names on. */
  readonly carries?: boolean
  /** The overrides that it follows: of which clusters, and of which kinds. */
  readonly overrides?: OverrideUse
}

// oxlint-disable-next-line typescript/no-explicit-any -- the one place where specs of all values meet
export type AnySpec = AssetSpec<any, any, any, any>

/** What a spec says of its value and parameters; the specs of a branch are in `StageSpecs`. */
export type ValueOf<S> = S extends { readonly value: v.GenericSchema<unknown, infer V> } ? V : never
export type ParamsOf<S> = S extends { readonly params: infer P } ? ParamValues<P> : never

/**
 * A dep's value as compute sees it: one value when the partitions line up, else every upstream
 * partition that succeeded, sorted by partition.
 */
export type FanIn<V> = readonly { readonly partition: string; readonly value: V }[]

/** What a compute gets besides inputs and parameters. */
export type ComputeContext<V = unknown> = {
  readonly partition: string | null
  readonly sources: (role: Role) => readonly SourceReader[]
  readonly report: Report
  /** Bytes that what it holds beside its inputs may take: a named refusal is better than a dead tab. */
  readonly memoryBudget: number
  /** Its own value in the baseline run; null where it does not carry, or there is none. */
  readonly baseline: V | null
  /** Of its branch and partition, in the order in which they were decided. */
  readonly overrides: readonly ActiveOverride[]
  /** A line for the log of the run: what was decided on the way, never what only debugging needs. */
  readonly log: (level: LogLevel, message: string) => void
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'

export type Compute<S, I> = (
  inputs: I,
  params: ParamsOf<S>,
  context: ComputeContext<ValueOf<S>>,
) => ValueOf<S> | Promise<ValueOf<S>>

export type CheckMetadata = { readonly [name: string]: string | number | boolean | null }

export type CheckOutcome = { readonly passed: boolean; readonly metadata: CheckMetadata }

/** One function per check name of the spec; pure. */
export type Checks<S, I> = S extends { readonly checks: readonly (infer C extends CheckSpec)[] }
  ? { readonly [N in C['name']]: (value: ValueOf<S>, inputs: I) => CheckOutcome }
  : never

/** Answers the spec as it is, with its key and its checks typed as the words that they are. */
export function defineSpec<
  const K extends string,
  V,
  P extends Params,
  D extends Deps,
  const C extends readonly CheckSpec[],
>(spec: AssetSpec<V, P, D, C> & { readonly key: K }): AssetSpec<V, P, D, C> & { readonly key: K } {
  return spec
}
