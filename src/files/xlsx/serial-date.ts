import type { DayKind } from './number-format'

const dayMs = 86_400_000
/** 9999-12-31, the last day that a workbook shows. */
const lastSerial = 2_958_465

/**
 * A day number of a workbook as ISO 8601: `2024-01-05`, `2024-01-05T10:30:00`, or `10:30:00` for a
 * time alone; `null` for a number that is no day there.
 */
export function serialToIso(
  serial: number,
  { kind, is1904 }: { readonly kind: DayKind; readonly is1904: boolean },
): string | null {
  if (!(serial >= 0 && serial <= lastSerial)) return null
  if (kind === 'time' && serial < 1) return timeOf(Math.round(serial * dayMs) % dayMs)
  const ms = Math.round((serial + firstDay(serial, is1904)) * dayMs)
  const text = new Date(ms).toISOString()
  const time = ((ms % dayMs) + dayMs) % dayMs
  return time === 0 ? text.slice(0, 10) : `${text.slice(0, 10)}T${timeOf(time)}`
}

/** Days from 1970 to day 0. The other calendar counts a 29 February 1900 that never was. */
function firstDay(serial: number, is1904: boolean): number {
  if (is1904) return -24_107
  return serial < 60 ? -25_568 : -25_569
}

function timeOf(ms: number): string {
  const text = new Date(ms).toISOString().slice(11, 23)
  return text.endsWith('.000') ? text.slice(0, 8) : text
}
