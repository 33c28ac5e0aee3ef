import type { AssetFailure } from '../../assets/failure'
import type { RunRecord } from '../../runs/contract'
import type { RunElsewhere } from '../../runs/tab-message'
import type { RunProgress } from '../../state/runs/progress'
import type { RunFault } from '../../state/runs/run-faults'
import type { Readiness } from '../../state/selectors'
import type { Screen } from '../../state/view-slice'
import { dataAssetKeys } from '../data-assets'
import { lastRunOf, lastRunText } from '../last-run'
import { faultsInShort } from '../run-fault.model'
import { formatAmount, formatBytes, formatCount, formatPercent } from '../../ui/number-format'

/** Smaller files are read before their size is. */
const worthTelling = 20e6

/** How many assets a full run would make anew; null while no plan can be made. */
export type PlanCounts = {
  readonly nToRun: number
  readonly nStale: number
  readonly nTotal: number
}

export type ShellFacts = {
  readonly readiness: Readiness
  readonly progress: RunProgress | null
  readonly plan: PlanCounts | null
  /** The run that the status speaks of: the chosen one, else the newest of all. */
  readonly run: RunRecord | null
  readonly shownRun: RunRecord | null
  /** What stopped in `run`. */
  readonly faults: readonly RunFault[]
  /** A run that could not start, or what could not be kept. */
  readonly runFailure: AssetFailure | null
  readonly nChangedSettings: number
  /** How many times the run that goes on was resumed by itself, and how often that may be. */
  readonly resumed: { readonly n: number; readonly atMost: number }
  /** Trial runs that test why stores moved. */
  readonly testing: { readonly nDone: number; readonly nTrials: number } | null
  /** The run of another tab: this one starts none beside it. */
  readonly elsewhere: RunElsewhere | null
}

export type StatusLine = {
  readonly tone: 'fresh' | 'stale' | 'failed' | 'running' | 'plain'
  /** In ink. */
  readonly text: string
  readonly detail: string
}

/** The run's state in words, as the bar says it and a screen reader hears it. */
export function statusOf(facts: ShellFacts): StatusLine {
  const { progress, run, plan, readiness } = facts
  if (progress !== null) {
    const { stage, share } = progress
    if (progress.isCanceling) return { tone: 'running', text: 'Canceling the run', detail: '' }
    const parts = [formatPercent(share), ...bytesWords(progress), ...resumedWords(facts.resumed)]
    return { tone: 'running', text: `Running ${stage}`, detail: parts.join(', ') }
  }
  const besides = besidesLine(facts)
  if (besides !== null) return besides
  const { runFailure } = facts
  if (runFailure !== null) return { tone: 'failed', text: 'Run failed', detail: runFailure.message }
  if (readiness.can === 'none' && run === null)
    return { tone: 'plain', text: '', detail: readiness.sentence }
  if (run === null) return readyLine(plan)
  if (run.status === 'success' && plan !== null && plan.nStale > 0)
    return { tone: 'stale', text: `${plan.nStale} of ${plan.nTotal} assets stale`, detail: '' }
  return runLines[run.status](run, facts.faults)
}

/** `412 MB of 1.6 GB` while a file is read that takes a while. */
function bytesWords({ bytes }: RunProgress): readonly string[] {
  if (bytes === null || bytes.total < worthTelling) return []
  return [`${formatBytes(bytes.done)} of ${formatBytes(bytes.total)}`]
}

function resumedWords({ n, atMost }: ShellFacts['resumed']): readonly string[] {
  return n === 0 ? [] : [`resumed by itself, ${n} of ${atMost}`]
}

/** What goes on that is no run of this tab. */
function besidesLine({ testing, elsewhere }: ShellFacts): StatusLine | null {
  if (testing !== null) {
    const detail = `${testing.nDone} of ${testing.nTrials} trial runs`
    return { tone: 'running', text: 'Testing why stores moved', detail }
  }
  if (elsewhere === null) return null
  const { progress } = elsewhere
  const detail = progress === null ? '' : `${progress.stage}, ${formatPercent(progress.share)}`
  return { tone: 'running', text: 'Another tab is running', detail }
}

/** Why no run can be started although the files are there; null where one can. */
export function blockedBy({ testing, elsewhere }: Pick<ShellFacts, 'testing' | 'elsewhere'>) {
  if (elsewhere !== null) return 'One run at a time; its results will show here too'
  return testing === null ? null : 'One run at a time: the trial runs come first'
}

function readyLine(plan: PlanCounts | null): StatusLine {
  const detail = plan === null ? '' : `${formatAmount(plan.nToRun, 'asset')} to materialize`
  return { tone: 'plain', text: 'Ready', detail }
}

const runLines = {
  success: (run: RunRecord): StatusLine => ({
    tone: 'fresh',
    text: 'Run complete',
    detail: lastRunText(lastRunOf(run)),
  }),
  failure: (_run: RunRecord, faults: readonly RunFault[]): StatusLine => ({
    tone: 'failed',
    text: 'Run failed',
    detail: faultsInShort(faults),
  }),
  canceled: (): StatusLine => ({ tone: 'plain', text: 'Run canceled', detail: '' }),
} as const

export type DotState = 'todo' | 'done' | 'stale' | 'busy'

/** How far the path from Data to Export is walked, per screen. */
export function dotOf(screen: Screen, facts: ShellFacts): DotState {
  const isReady = facts.readiness.can !== 'none'
  if (screen === 'data' || screen === 'configure') return isReady ? 'done' : 'todo'
  if (screen === 'pipeline' && facts.progress !== null) return 'busy'
  if (facts.shownRun === null || !hasResultOf(screen, facts.shownRun)) return 'todo'
  return facts.plan !== null && facts.plan.nStale > 0 ? 'stale' : 'done'
}

const resultKeys: ReadonlyMap<Screen, readonly string[]> = new Map([
  ['clusters', ['internal_assign_clusters', 'external_assign_clusters']],
  ['merge', ['cluster_reassignment']],
  [
    'export',
    ['merged_cluster_assignments', 'internal_assign_clusters', 'external_assign_clusters'],
  ],
])

function hasResultOf(screen: Screen, run: RunRecord): boolean {
  const keys = resultKeys.get(screen)
  if (keys === undefined) return true
  return run.assets.some(({ key, status }) => status === 'success' && keys.includes(key))
}

export type RailFact = { readonly text: string; readonly tone: 'plain' | 'warn' | 'accent' }

/** At most one short fact beside a link; null where there is nothing to say. */
export function factOf(screen: Screen, facts: ShellFacts): RailFact | null {
  if (screen === 'data') return warnFact(countDataWarnings(facts.shownRun), 'warn')
  if (screen === 'configure' && facts.nChangedSettings > 0)
    return { text: `${formatCount(facts.nChangedSettings)} changed`, tone: 'plain' }
  if (screen !== 'pipeline') return null
  if (facts.progress !== null) return { text: formatPercent(facts.progress.share), tone: 'accent' }
  return warnFact(facts.shownRun === null ? 0 : (facts.plan?.nStale ?? 0), 'stale')
}

function warnFact(count: number, word: string): RailFact | null {
  return count === 0 ? null : { text: `${formatCount(count)} ${word}`, tone: 'warn' }
}

function countDataWarnings(run: RunRecord | null): number {
  if (run === null) return 0
  const failed = run.assets.flatMap(({ key, checks }) =>
    dataAssetKeys.has(key)
      ? checks.filter(({ passed }) => !passed).map(({ name }) => `${key} ${name}`)
      : [],
  )
  return new Set(failed).size
}
