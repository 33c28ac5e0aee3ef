import { assetId } from '../runs/address'
import type { LogEntry, RunEvent } from '../runs/contract'

/** Tells a run on standard error, one line an event that a person would wait for. */
export function progressLine(event: RunEvent): string | null {
  switch (event.type) {
    case 'planned':
      return `${event.toRun} of ${event.total} assets to run`
    case 'started':
      return `started ${assetId(event)}`
    case 'materialized':
      return event.asset.cached
        ? null
        : `made ${assetId(event)} in ${Math.round(event.asset.ms)} ms`
    case 'failed':
      return `${event.asset.status === 'skipped' ? 'skipped' : 'failed'} ${assetId(event)}`
    case 'logged':
      return logLine(event.entry)
    case 'progressed':
      return null
  }
}

function logLine({ level, key, partition, message }: LogEntry): string {
  return key === null
    ? `${level} ${message}`
    : `${level} ${assetId({ key, partition })}: ${message}`
}
