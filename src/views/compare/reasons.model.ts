import type { Explanation } from '../../runs/compare/explain-moves'
import type { Reason } from '../../runs/compare/reasons-of'
import type { ExplanationPlan } from '../../runs/compare/explanation-plan'
import type { RunRecord } from '../../runs/contract'
import type { Thing } from '../../runs/compare/things-between'
import { formatAmount, formatDuration } from '../../ui/number-format'
import { sentenceCase } from '../../ui/sentence-case'

/** A thing as the screens name it. */
export function thingName(thing: Thing): string {
  switch (thing.kind) {
    case 'setting':
      return `${thing.label} (${thing.name})`
    case 'input':
      return thing.input.after?.name ?? thing.input.before?.name ?? thing.input.role
    case 'overrides':
      return 'decisions about stores'
    case 'baseline':
      return 'another baseline'
    case 'code':
      return 'improved methods'
  }
}

const splits: Readonly<Record<NonNullable<Reason['split']>, string>> = {
  own_data: 'its own data',
  centre_drift: 'centre drift',
  either: 'its own data or centre drift',
  together: 'its own data with centre drift',
}

/** Why a store moved, as it was tested; what nothing alone explains is never given a cause. */
export function reasonWords(reasons: readonly Reason[], nUntested: number): string {
  if (reasons.length === 0) return nUntested === 0 ? 'Several at once' : 'Not found'
  return reasons
    .map(({ thing, split }) =>
      split === null ? thingName(thing) : `${thingName(thing)}: ${splits[split]}`,
    )
    .join('; ')
}

export type ReasonCount = { readonly reason: string; readonly n: number }

/** Moved stores by their reason, most first. */
export function reasonCounts(reasons: readonly string[]): readonly ReasonCount[] {
  const counts = new Map<string, number>()
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts]
    .map(([reason, n]) => ({ reason, n }))
    .toSorted((a, b) => b.n - a.n || (a.reason < b.reason ? -1 : 1))
}

/** What could not be tested, and why. */
export function untestedLines({ things }: Explanation): readonly string[] {
  return things.flatMap(({ thing, isTested, note }) =>
    isTested ? [] : [`${sentenceCase(thingName(thing))} could not be tested. ${note}`],
  )
}

/** `5 trial runs, at most about 20 s`: a trial makes no more than a run of the same files made. */
export function trialWords(
  { nTrials, comparison: { b } }: ExplanationPlan,
  runs: readonly RunRecord[],
): string {
  const digests = digestsOf(b)
  const longest = runs
    .filter((run) => run.status === 'success' && digestsOf(run) === digests)
    .reduce((most, { ms }) => Math.max(most, ms), 0)
  const time = longest === 0 ? '' : `, at most about ${formatDuration(nTrials * longest)}`
  return `${formatAmount(nTrials, 'trial run')}${time}`
}

function digestsOf({ inputs }: RunRecord): string {
  return inputs
    .map(({ digest }) => digest)
    .toSorted()
    .join()
}
