const thinGap = '\u202f'

/** Intl writes a hyphen for minus in some locales; a figure has a true minus. */
function withTrueMinus(text: string): string {
  return text.replace('-', '\u2212')
}

const whole = new Intl.NumberFormat(undefined, { maximumFractionDigits: 0 })

/** `2,418` */
export function formatCount(value: number): string {
  return Number.isFinite(value) ? withTrueMinus(whole.format(value)) : ''
}

const byDecimals = new Map<number, Intl.NumberFormat>()

/** Making a format takes far longer than using it, and tables use it thousands of times. */
function fixed(decimals: number): Intl.NumberFormat {
  const made = byDecimals.get(decimals)
  if (made !== undefined) return made
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals }
  const format = new Intl.NumberFormat(undefined, digits)
  byDecimals.set(decimals, format)
  return format
}

/** `0.53`: as many decimals as asked for, so that a column lines up. Empty where not a number. */
export function formatNumber(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return ''
  const text = fixed(decimals).format(value)
  return withTrueMinus(isZeroText(text) ? text.replace(/^[-\u2212]/, '') : text)
}

function isZeroText(text: string): boolean {
  return !/[1-9]/.test(text)
}

const compact = new Intl.NumberFormat(undefined, {
  notation: 'compact',
  maximumSignificantDigits: 3,
})

/** `52.9K`: three figures, for the ticks of an axis. */
export function formatCompact(value: number): string {
  return Number.isFinite(value) ? withTrueMinus(compact.format(value)) : ''
}

/** A share from 0 to 1 as `25 %`, with a thin gap. */
export function formatPercent(share: number, decimals = 0): string {
  return Number.isFinite(share) ? `${formatNumber(share * 100, decimals)}${thinGap}%` : ''
}

/** Money in sentences and narrow cells: `241.2 M`, `92 k`, `840`. */
export function formatMoney(value: number): string {
  const size = Math.abs(value)
  if (!Number.isFinite(value)) return ''
  if (size >= 1e9) return `${formatNumber(value / 1e9, 1)}${thinGap}B`
  if (size >= 1e6) return `${formatNumber(value / 1e6, 1)}${thinGap}M`
  if (size >= 1e4) return `${formatNumber(value / 1e3, 0)}${thinGap}k`
  return formatNumber(value, 0)
}

/** `412 MB`: decimal units, as file managers show them. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return `${formatCount(bytes)} B`
  if (bytes < 1e6) return `${formatNumber(bytes / 1e3, bytes < 1e4 ? 1 : 0)} KB`
  if (bytes < 1e9) return `${formatNumber(bytes / 1e6, bytes < 1e7 ? 1 : 0)} MB`
  return `${formatNumber(bytes / 1e9, 1)} GB`
}

/** `12 ms`, `0.4 s`, `41.8 s`, `2 min 5 s` */
export function formatDuration(ms: number): string {
  if (ms < 95) return `${formatCount(Math.round(ms))} ms`
  const seconds = ms / 1000
  if (seconds < 59.95) return `${formatNumber(seconds, 1)} s`
  const total = Math.round(seconds)
  return `${formatCount(Math.floor(total / 60))} min ${total % 60} s`
}

/** `today 14:06`, `yesterday 17:40`, `19 Nov`, in the user's locale. */
export function formatWhen(iso: string, now: number): string {
  const date = new Date(iso)
  const time = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' })
  const days = daysBetween(date, new Date(now))
  if (days === 0) return `today ${time.format(date)}`
  if (days === 1) return `yesterday ${time.format(date)}`
  return new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' }).format(date)
}

function daysBetween(from: Date, to: Date): number {
  const day = (date: Date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  return Math.round((day(to) - day(from)) / 86_400_000)
}

/** `1 store`, `2,418 stores` */
export function formatAmount(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}
