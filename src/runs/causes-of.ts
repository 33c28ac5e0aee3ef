import type { ActiveOverride } from '../assets/override'
import { paramsFor } from '../config/params-for'
import type { AssetPair } from './asset-pairs'
import { canonicalJson } from './canonical-json'
import type { Cause, EarlierRecord, OwnCause, UpstreamChange } from './cause'
import type { MadeFrom, Source } from './contract'
import { overridesFor } from './overrides-for'

/** What an asset would be made of now, and what of it is not as it was. */
export type Situation = {
  readonly params: Readonly<Record<string, unknown>>
  readonly sources: readonly Source[]
  readonly overrides: readonly ActiveOverride[]
  readonly baselineSeq: number | null
  readonly madeFrom: MadeFrom
  /** What is read directly and is not what it was. */
  readonly changedUpstream: readonly UpstreamChange[]
}

/**
 * Every reason why an asset differs from its earlier record, its own before those from upstream.
 * Digests say whether, the record of the run says what.
 */
export function causesOf(
  pair: AssetPair,
  { record, run }: EarlierRecord,
  now: Situation,
): readonly Cause[] {
  const causes: Cause[] = []
  const { codeVersion } = pair.spec
  if (record.codeVersion !== codeVersion)
    causes.push({ kind: 'code', before: record.codeVersion, after: codeVersion })
  const before = record.madeFrom
  if (before === undefined) return causes
  if (before.params !== now.madeFrom.params)
    causes.push(...changedParams(paramsFor(pair.spec, run.configuration), now.params))
  if (before.sources !== now.madeFrom.sources) causes.push(...changedFiles(pair, run, now))
  if (before.memory !== now.madeFrom.memory) causes.push(...memoryCauses(pair, run, now))
  if (before.deps !== now.madeFrom.deps)
    causes.push({ kind: 'dependencies', upstream: now.changedUpstream })
  return causes
}

function changedParams(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): readonly OwnCause[] {
  return Object.keys(after).flatMap((name): readonly OwnCause[] =>
    canonicalJson(before[name] ?? null) === canonicalJson(after[name] ?? null)
      ? []
      : [{ kind: 'params', name, before: before[name], after: after[name] }],
  )
}

/** A file that is read another way changes its role too: its name then is the same. */
function changedFiles(
  { spec }: AssetPair,
  { inputs }: EarlierRecord['run'],
  { sources }: Situation,
): readonly OwnCause[] {
  return spec.sources.map((role: Source['role']) => ({
    kind: 'data',
    role,
    before: inputs.flatMap((input) => (input.role === role ? [input.name] : [])),
    after: sources.flatMap((source) => (source.role === role ? [source.name] : [])),
  }))
}

/** The digest is of both together: which of them changed, the run tells. */
function memoryCauses(
  pair: AssetPair,
  run: EarlierRecord['run'],
  now: Situation,
): readonly OwnCause[] {
  const causes: OwnCause[] = []
  const before = run.baseline?.seq ?? null
  if (pair.spec.carries === true && before !== now.baselineSeq)
    causes.push({ kind: 'baseline', before, after: now.baselineSeq })
  const overrides = overridesFor(pair, run.configuration)
  if (canonicalJson(overrides) !== canonicalJson(now.overrides))
    causes.push({ kind: 'overrides', before: overrides.length, after: now.overrides.length })
  return causes
}
