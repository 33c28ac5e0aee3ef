import { assetId } from '../runs/address'
import type { LogEntry, RunEvent } from '../runs/contract'

const prefixes = { info: '', warn: 'warning ', error: 'error ' } as const

/** Tells a run on standard error: its log without what only debugging needs. */
export function progressLine(event: RunEvent): string | null {
  if (event.type !== 'logged' || event.entry.level === 'debug') return null
  const { level, key, partition, message } = event.entry
  const about = key === null ? '' : `${assetId({ key, partition })}: `
  return oneLine(`${prefixes[level]}${about}${message}`)
}

/** The whole log as text, one line an entry: `00:00:01.250 info key[partition] message`. */
export function logText(entries: readonly LogEntry[]): string {
  return entries.map((entry) => `${oneLine(lineOf(entry))}\n`).join('')
}

function lineOf({ at, level, key, partition, message }: LogEntry): string {
  const about = key === null ? 'run' : assetId({ key, partition })
  return `${timeOf(at)} ${level} ${about} ${message}`
}

/** Milliseconds since the start in the notation of ISO 8601; hours go on beyond a day. */
function timeOf(at: number): string {
  const padded = (value: number, digits = 2) => String(Math.floor(value)).padStart(digits, '0')
  const clock = [at / 3_600_000, (at / 60_000) % 60, (at / 1000) % 60].map((part) => padded(part))
  return `${clock.join(':')}.${padded(at % 1000, 3)}`
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, ' ').trimEnd()
}
