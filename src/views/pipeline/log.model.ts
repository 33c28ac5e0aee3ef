import type { LogLevel } from '../../assets/spec'
import type { LogEntry } from '../../runs/contract'

/** A line of a log with what a row needs: its place and the name of its asset. */
export type LogRow = LogEntry & { readonly index: number; readonly asset: string }

export const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error']

export type LogFilter = {
  /** Lines of this level and above. */
  readonly from: LogLevel
  /** Of one asset by its key; `null` of all. */
  readonly key: string | null
  readonly text: string
}

export const everyLine: LogFilter = { from: 'debug', key: null, text: '' }

/** The lines that a filter leaves, in their order. */
export function rowsOfLog(
  log: readonly LogEntry[],
  filter: LogFilter,
  nameOf: (key: string) => string,
): readonly LogRow[] {
  const least = levels.indexOf(filter.from)
  const wanted = filter.text.trim().toLowerCase()
  return log.flatMap((entry, index) => {
    if (levels.indexOf(entry.level) < least) return []
    if (filter.key !== null && entry.key !== filter.key) return []
    const asset = entry.key === null ? 'Run' : nameOf(entry.key)
    const text = [asset, entry.key, entry.partition, entry.message].join(' ').toLowerCase()
    return text.includes(wanted) ? [{ ...entry, index, asset }] : []
  })
}

/** `0:01.250`: minutes, seconds and thousandths since the run started. */
export function timeText(at: number): string {
  const whole = Math.max(0, Math.round(at))
  const minutes = Math.floor(whole / 60_000)
  const seconds = String(Math.floor(whole / 1000) % 60).padStart(2, '0')
  return `${minutes}:${seconds}.${String(whole % 1000).padStart(3, '0')}`
}

/** The lines as a file: time, level, asset and message, by tabs. */
export function textOfLog(log: readonly LogEntry[]): string {
  const lines = log.map(({ at, level, key, partition, message }) => {
    const asset = key === null ? 'run' : partition === null ? key : `${key}[${partition}]`
    return [timeText(at), level, asset, message.replace(/\s+/g, ' ')].join('\t')
  })
  return `${lines.join('\n')}\n`
}

/** How many lines there are of each level. */
export function countLevels(log: readonly LogEntry[]): ReadonlyMap<LogLevel, number> {
  const counts = new Map<LogLevel, number>(levels.map((level) => [level, 0]))
  for (const { level } of log) counts.set(level, (counts.get(level) ?? 0) + 1)
  return counts
}
