import type { LogEntry } from '../contract'
import { refuse } from './shape'

const levels = ['debug', 'info', 'warn', 'error'] as const
const head = 'ms\tlevel\tasset\tpartition\tmessage\n'

/** A log as a table that any editor shows: one line an entry, cells between tabs. */
export function writeLog(log: readonly LogEntry[]): string {
  const lines = log.map(({ at, level, key, partition, message }) =>
    [String(at), level, key ?? '', partition === null ? '' : `[${partition}]`, message]
      .map(escapeCell)
      .join('\t'),
  )
  return head + lines.map((line) => `${line}\n`).join('')
}

/** @throws {AssetError} `bundle_damaged` with the line */
export function readLog(text: string): readonly LogEntry[] {
  const [, ...lines] = text.split('\n')
  lines.pop()
  return lines.map((line, i) => readLine(line, `log.txt line ${i + 2}`))
}

function readLine(line: string, path: string): LogEntry {
  const [at = '', word, key, partition, message] = line.split('\t').map(unescapeCell)
  const level = levels.find((known) => known === word)
  const isNumber = at !== '' && Number.isFinite(Number(at))
  if (!isNumber || level === undefined || message === undefined)
    return refuse(path, 'a line of a log')
  return {
    at: Number(at),
    level,
    key: key === undefined || key === '' ? null : key,
    partition: partition === undefined || partition === '' ? null : partition.slice(1, -1),
    message,
  }
}

const signs: ReadonlyMap<string, string> = new Map([
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\\', '\\\\'],
])

function escapeCell(cell: string): string {
  return cell.replaceAll(/[\t\n\r\\]/g, (sign) => signs.get(sign) ?? sign)
}

function unescapeCell(cell: string): string {
  return cell.replaceAll(/\\./g, (sign) => {
    const found = [...signs].find(([, escaped]) => escaped === sign)
    return found?.[0] ?? sign
  })
}
