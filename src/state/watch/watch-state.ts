import type { AssetFailure } from '../../assets/failure'
import type { WatchedFile } from '../../files/watch-changes'
import type { FolderHandle, KeptWatch, RunTimer } from '../../runs/kept-watch'
import type { SliceApi } from '../app-state'
import { remember } from '../remember'
import type { FolderAnswer } from '../services'
import type { Verdict, Wish } from './wish'

export type FolderWatch =
  | { readonly status: 'none' }
  /** Of an earlier visit: a person has to let the page read it again. */
  | { readonly status: 'asleep'; readonly handle: FolderHandle }
  | {
      readonly status: 'watching'
      readonly handle: FolderHandle
      /** Of every file in it that may be a table; null before the first look. */
      readonly names: readonly string[] | null
      /** The followed ones. */
      readonly files: readonly WatchedFile[]
    }
  | { readonly status: 'lost'; readonly handle: FolderHandle; readonly why: WhyLost }

type WhyLost = Extract<FolderAnswer, { readonly ok: false }>['why']

/** A file that was read anew and that no run has taken up yet. */
export type ChangedFile = { readonly name: string; readonly at: number }

/** What watching did, newest first, with the time in milliseconds since 1970. */
export type WatchEvent = { readonly at: number } & (
  | { readonly kind: 'changed' | 'gone' | 'refused'; readonly name: string }
  | { readonly kind: 'started'; readonly wish: Wish }
  | { readonly kind: 'ended'; readonly isGood: boolean }
  | {
      readonly kind: 'skipped'
      readonly wish: Wish
      readonly why: Exclude<Verdict, 'start' | 'wait'>
    }
  | { readonly kind: 'lost'; readonly why: WhyLost }
)

export type WatchState = Pick<KeptWatch, 'leftOut' | 'runsByItself' | 'timer' | 'nextAt'> & {
  readonly folder: FolderWatch
  readonly changed: readonly ChangedFile[]
  /** Why a followed file could not be taken over; the one that was read last stays. By name. */
  readonly refused: ReadonlyMap<string, AssetFailure>
  readonly wish: Wish | null
  readonly happened: readonly WatchEvent[]
}

export const noWatch: WatchState = {
  folder: { status: 'none' },
  leftOut: [],
  runsByItself: false,
  timer: null,
  nextAt: null,
  changed: [],
  refused: new Map(),
  wish: null,
  happened: [],
}

export function openWatch({ folder: handle, ...kept }: KeptWatch): WatchState {
  const folder: FolderWatch = handle === null ? { status: 'none' } : { status: 'asleep', handle }
  return { ...noWatch, ...kept, folder }
}

export function keptWatchOf({
  folder,
  leftOut,
  runsByItself,
  timer,
  nextAt,
}: WatchState): KeptWatch {
  return keep(handleOf(folder), leftOut, runsByItself, timer, nextAt)
}

export function handleOf(folder: FolderWatch): FolderHandle | null {
  return folder.status === 'none' ? null : folder.handle
}

/** One object as long as nothing of it changes: the desk is written when it does. */
const keep = remember(
  (
    folder: FolderHandle | null,
    leftOut: readonly string[],
    runsByItself: boolean,
    ...[timer, nextAt]: readonly [RunTimer | null, number | null]
  ): KeptWatch => ({ folder, leftOut, runsByItself, timer, nextAt }),
)

const nEvents = 6

/** One more thing that happened, with what it changes; the oldest is forgotten. */
export function happen(
  { set }: Pick<SliceApi, 'set'>,
  event: WatchEvent,
  change: (watch: WatchState) => Partial<WatchState> = () => ({}),
): void {
  set(({ watch }) => ({
    watch: { ...watch, ...change(watch), happened: [event, ...watch.happened].slice(0, nEvents) },
  }))
}
