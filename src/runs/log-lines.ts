import { isNothingUnmapped } from '../assets/preprocessing/partition-names'
import type { AnySpec } from '../assets/spec'
import { countOf } from '../files/count-of'
import type { AssetRecord, CheckRecord, RunStatus } from './contract'
import { figuresOf } from './figures'
import type { LogLine } from './run-log'

/** What there is to say of an asset that is settled: how it ended, then each check that failed. */
export function linesOfAsset(spec: AnySpec, record: AssetRecord): readonly LogLine[] {
  return [outcomeLine(spec, record), ...record.checks.flatMap(checkLine)]
}

export const startedLine: LogLine = { level: 'debug', message: 'Started.' }

function outcomeLine(spec: AnySpec, { partition, ...record }: AssetRecord): LogLine {
  const { status, cached, ms, rows, failure } = record
  const why = failure === null ? 'No reason is known.' : `${failure.message} ${failure.hint}`
  if (status === 'skipped')
    return { level: isNothingUnmapped(failure) ? 'info' : 'warn', message: why }
  if (status === 'failure') {
    const where = partition === null ? spec.label : `${spec.label} of ${partition}`
    const code = failure === null ? '' : ` (${failure.code} at ${failure.path})`
    return { level: 'error', message: `${where} failed after ${inTime(ms)}: ${why}${code}` }
  }
  const what = rows === null ? '' : `, ${countOf(rows, 'row')}`
  if (cached) return { level: 'debug', message: `Taken from the cache${what}.` }
  return { level: 'info', message: `Made in ${inTime(ms)}${what}.` }
}

function checkLine(check: CheckRecord): readonly LogLine[] {
  const { name, description, severity, blocking, passed, metadata, next } = check
  if (passed) return []
  const figures = figuresOf(metadata)
  const found = figures === '' ? '' : ` Found: ${figures}.`
  const effect = blocking ? ' What reads this asset is stopped.' : ''
  const step = next === undefined ? '' : ` Next: ${next}`
  const message = `Check ${name} failed. Expected: ${description}${found}${effect}${step}`
  return [{ level: severity, message }]
}

/** How a run ended, and of how many assets it was about. */
export function endedLine(status: RunStatus, assets: readonly AssetRecord[], ms: number): LogLine {
  const count = (isOne: (asset: AssetRecord) => boolean) => assets.filter(isOne).length
  const parts = [
    `${count((one) => one.status === 'success' && !one.cached)} made`,
    `${count(({ cached }) => cached)} from the cache`,
    `${count((one) => one.status === 'failure')} failed`,
    `${count((one) => one.status === 'skipped')} skipped`,
  ]
  const level = status === 'success' ? 'info' : status === 'canceled' ? 'warn' : 'error'
  return { level, message: `The run ended after ${inTime(ms)}, ${status}: ${parts.join(', ')}.` }
}

function inTime(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`
}
