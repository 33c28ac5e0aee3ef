import type { RunTimer } from '../../runs/kept-watch'
import type { Services } from '../../state/services'
import { standingNow } from '../../state/watch/look-at-folder'
import type { FolderWatch, WatchEvent, WatchState } from '../../state/watch/watch-state'
import { formatAmount } from '../../ui/number-format'
import { sentenceCase } from '../../ui/sentence-case'
import { timeOf } from '../watch-words'

export type FolderRow = {
  readonly name: string
  readonly isFollowed: boolean
  /** How the file stands; its reason and next step where something is wrong. */
  readonly words: string
  readonly isWrong: boolean
}

type Watching = Extract<FolderWatch, { readonly status: 'watching' }>

/** Those of the desk, also where they went from the folder; then all others that may be tables. */
export function folderRows(
  { names, files }: Watching,
  watch: Pick<WatchState, 'leftOut' | 'refused'>,
  { onDesk, now }: { readonly onDesk: readonly string[]; readonly now: number },
): readonly FolderRow[] {
  const gone = files.map(({ name }) => name).filter((name) => names?.includes(name) === false)
  const all = [...(names ?? []), ...gone]
  const isOnDesk = (name: string) => onDesk.includes(name)
  return [...all.filter(isOnDesk), ...all.filter((name) => !isOnDesk(name))].map((name) => {
    const refused = watch.refused.get(name)
    const file = files.find((each) => each.name === name)
    if (!isOnDesk(name)) return row(name, false, 'Not on the desk')
    if (watch.leftOut.includes(name)) return row(name, false, 'On the desk, not followed')
    if (file === undefined) return row(name, true, 'Followed from the next look on')
    if (refused !== undefined)
      return {
        ...row(name, true, `${refused.message} ${refused.hint} The one read last stays.`),
        isWrong: true,
      }
    const standing = standingNow(file, now)
    const isWrong = standing === 'gone' || standing === 'unreadable'
    return { ...row(name, true, standingWords[standing]), isWrong }
  })
}

function row(name: string, isFollowed: boolean, words: string): FolderRow {
  return { name, isFollowed, words, isWrong: false }
}

const standingWords = {
  same: 'Unchanged since it was read',
  changing: 'Being written',
  changed: 'Being read',
  gone: 'Gone from the folder. The one read last stays; put it back, or remove it from the desk.',
  unreadable: 'Another program keeps it to itself. The one read last stays; close it there.',
} as const

/** What goes on by itself, in one sentence. */
export function watchSentence({ folder, runsByItself, timer, nextAt }: WatchState, now: number) {
  const watching =
    folder.status === 'watching'
      ? [`Follows ${formatAmount(folder.files.length, 'file')} of ${folder.handle.name}`]
      : []
  const starts = folder.status === 'watching' && runsByItself ? ['a change starts a run'] : []
  const next = timer === null || nextAt === null ? [] : [`the timer runs ${nextText(nextAt, now)}`]
  const parts = [...watching, ...starts, ...next]
  if (parts.length === 0) return 'A run starts when you press Run.'
  return `${sentenceCase(parts.join(', '))}.`
}

/** `at 14:00`, `tomorrow at 07:00` */
export function nextText(nextAt: number, now: number): string {
  const isToday = new Date(nextAt).toDateString() === new Date(now).toDateString()
  return isToday ? `at ${timeOf(nextAt)}` : `tomorrow at ${timeOf(nextAt)}`
}

/** What one event is called in the list of what happened. */
export function eventText(event: WatchEvent): string {
  switch (event.kind) {
    case 'changed':
      return `${event.name} changed`
    case 'gone':
      return `${event.name} is gone from the folder`
    case 'refused':
      return `${event.name} changed and cannot be used`
    case 'started':
      return startedText(event)
    case 'ended':
      return event.isGood ? 'The run ended well' : 'The run did not end well'
    case 'skipped':
      return skippedText(event)
    case 'lost':
      return 'The folder can no longer be read'
  }
}

function startedText({ wish, at }: Extract<WatchEvent, { readonly kind: 'started' }>): string {
  if (wish.by === 'file') return 'A run started: a file changed'
  const isLate = at - wish.dueAt > 60_000
  return isLate
    ? `A run started by the timer: ${timeOf(wish.dueAt)} was missed`
    : 'A run started by the timer'
}

function skippedText({ wish, why }: Extract<WatchEvent, { readonly kind: 'skipped' }>): string {
  const when = wish.by === 'timer' ? ` at ${timeOf(wish.dueAt)}` : ''
  if (why === 'nothing') return `Nothing to do${when}: no asset is stale`
  if (why === 'busy') return `No run${when}: another one went on`
  return `No run${when}: the files on the desk cannot run yet`
}

/** Why this browser watches no folder, and what it offers instead. */
export const noFolders: Readonly<Record<Exclude<Services['folders']['support'], 'yes'>, string>> = {
  no: 'This browser lets no page watch a folder; Chrome and Edge on a computer do. Here, drop a file again when it has changed: it takes the place of the one of its name.',
  insecure:
    'A folder can be watched where this page is opened over https or from localhost. Here, drop a file again when it has changed: it takes the place of the one of its name.',
}

export type TimerKind = 'off' | RunTimer['kind']

/** The timer of a kind as it is first offered: every hour, or each day at 7:00. */
export function firstTimer(kind: TimerKind, now: number): RunTimer | null {
  if (kind === 'off') return null
  return kind === 'every' ? { kind, minutes: 60, from: now } : { kind, hour: 7, minute: 0 }
}

/** `07:05`, as a field for a time of the day has it. */
export function timeField({ hour, minute }: Extract<RunTimer, { readonly kind: 'daily' }>): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The timer of a time field; null while it is not filled in. */
export function timerOfField(text: string): RunTimer | null {
  const [, hour, minute] = /^(\d\d):(\d\d)/.exec(text) ?? []
  if (hour === undefined || minute === undefined) return null
  return { kind: 'daily', hour: Number(hour), minute: Number(minute) }
}
