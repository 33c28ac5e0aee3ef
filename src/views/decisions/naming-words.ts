import type { NameEntry } from './pending.model'

/** `Named by Ada on 31 Jan 2026`; without an entry in the log it is not known by whom. */
export function namedByText(entry: Pick<NameEntry, 'author' | 'time'> | null): string {
  return entry === null ? 'Named by hand' : `Named by ${entry.author} on ${dayText(entry.time)}`
}

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })

/** The day of a decision in the user's locale. */
export function dayText(iso: string): string {
  return day.format(new Date(iso))
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** Day and time of a decision in the user's locale. */
export function momentText(iso: string): string {
  return moment.format(new Date(iso))
}

/** Names are one line in tables and cards. */
export const longestName = 60

/** Why a name cannot be saved; null where it can. */
export function nameFault(name: string): string | null {
  if (name.trim() === '') return 'Give a name'
  const over = name.trim().length - longestName
  return over > 0 ? `${over} characters too long` : null
}
