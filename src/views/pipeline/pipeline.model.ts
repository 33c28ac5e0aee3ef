import type { RunRecord } from '../../runs/contract'
import type { ProgressSegment } from '../../ui/progress-segments'
import { formatAmount, formatCount, formatDuration } from '../../ui/number-format'
import { type LastRun, lastRunText } from '../last-run'
import type { AssetTile, PartitionTile } from './asset-tile.model'

export type Counts = {
  readonly total: number
  readonly fresh: number
  readonly cached: number
  readonly failed: number
  readonly stale: number
  readonly missing: number
}

export function countsOf(tiles: readonly AssetTile[]): Counts {
  const all = tiles.flatMap(({ partitions }) => partitions)
  const count = (is: (partition: PartitionTile) => boolean) => all.filter(is).length
  return {
    total: all.length,
    fresh: count(({ status }) => status === 'fresh'),
    cached: count(({ status, isCached }) => status === 'fresh' && isCached),
    failed: count(({ status }) => status === 'failed'),
    stale: count(({ status }) => status === 'stale'),
    missing: count(({ status }) => status === 'missing'),
  }
}

/** The answer while a run goes on: the asset that is being made, and how far it is. */
export function runningAnswer(tiles: readonly AssetTile[], elapsedMs: number) {
  const counts = countsOf(tiles)
  const current = tiles.find(({ activity }) => activity === 'running')
  return {
    title: current === undefined ? 'Preparing the run.' : `${stepOf(current)}.`,
    detail: [
      `${counts.fresh} of ${counts.total} assets are fresh${fromCache(counts)}.`,
      `${formatDuration(elapsedMs)} so far.`,
      failedSentence(counts),
    ]
      .filter(isSaid)
      .join(' '),
  }
}

function fromCache({ cached }: Counts): string {
  return cached === 0 ? '' : `, ${formatCount(cached)} from the cache`
}

function stepOf(tile: AssetTile): string {
  if (tile.partitions.length < 2) return tile.label
  const done = tile.partitions.filter(({ status }) => status === 'fresh').length
  return `${tile.label}: ${done} of ${formatAmount(tile.partitions.length, 'category', 'categories')}`
}

function failedSentence({ failed }: Counts): string {
  if (failed === 0) return ''
  return `${formatAmount(failed, 'asset')} failed, the rest ${failed === 1 ? 'goes' : 'go'} on.`
}

export type AtRest = {
  readonly last: LastRun | null
  readonly newest: Pick<RunRecord, 'seq' | 'status'> | undefined
  /** What keeps a run from starting, as a sentence without its stop; empty where nothing does. */
  readonly missing: string
  /** What made assets stale, as half a sentence; empty where nothing did, or it is not known. */
  readonly reason: string
  /** How many of how many assets the Run button makes. */
  readonly plan: { readonly nToRun: number; readonly nInRun: number }
}

/** The answer at rest: what is fresh, what a run would redo, and what the last runs did. */
export function restingAnswer(tiles: readonly AssetTile[], rest: AtRest) {
  const { last, newest, missing } = rest
  const counts = countsOf(tiles)
  const canceled =
    newest?.status === 'canceled' ? `Run ${newest.seq} was canceled; what it made is kept.` : ''
  const nothing = canceled === '' && counts.total > 0 ? 'Nothing has run with these files yet.' : ''
  const detail = [
    counts.stale > 0 && missing === '' ? makesSentence(rest.plan) : '',
    canceled,
    last === null ? nothing : `Run ${last.seq}: ${lastRunText(last)}.`,
  ]
  const title = missing === '' ? restingTitle(counts, rest) : `${missing}.`
  return { title, detail: detail.filter(isSaid).join(' ') }
}

function isSaid(sentence: string): boolean {
  return sentence !== ''
}

function restingTitle(counts: Counts, { plan, reason }: AtRest): string {
  const { total, stale, failed } = counts
  if (total === 0) return 'No asset can be made of these files.'
  if (stale > 0) {
    const because = ` because ${reason === '' ? 'what they read was made anew' : reason}`
    return `${stale} of ${formatAmount(total, 'asset')} ${stale === 1 ? 'is' : 'are'} stale${because}.`
  }
  if (failed + counts.missing === 0) return `All ${formatCount(total)} assets are fresh.`
  const failure = failed === 0 ? '' : ` ${formatAmount(failed, 'asset')} failed.`
  return `${makesSentence(plan)}${failure}`
}

/** The plan itself: what is behind the Run button. */
function makesSentence({ nToRun, nInRun }: AtRest['plan']): string {
  if (nToRun === 0) return 'A run takes all of them from the cache.'
  return `A run makes ${formatCount(nToRun)} of ${formatAmount(nInRun, 'asset')}.`
}

/** One segment per asset, in plan order; its partitions fill it. */
export function segmentsOf(tiles: readonly AssetTile[]): readonly ProgressSegment[] {
  return tiles.map(segmentOf)
}

function segmentOf({ status, partitions }: AssetTile): ProgressSegment {
  if (status === 'failed') return { state: 'failed' }
  if (status === 'fresh')
    return { state: partitions.every(({ isCached }) => isCached) ? 'cached' : 'done' }
  const done = partitions.reduce((sum, one) => sum + (one.status === 'fresh' ? 1 : one.share), 0)
  return done === 0 ? { state: 'queued' } : { state: 'running', share: done / partitions.length }
}
