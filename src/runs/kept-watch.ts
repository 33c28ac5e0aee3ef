/** A folder that the browser lets the page read; kept as it is, used only by what gave it. */
export type FolderHandle = { readonly kind: 'directory'; readonly name: string }

/** When runs start by themselves while the page is open. Times of a day are local. */
export type RunTimer =
  | {
      readonly kind: 'every'
      readonly minutes: number
      /** When it was set, in milliseconds since 1970: the runs are counted from there. */
      readonly from: number
    }
  | { readonly kind: 'daily'; readonly hour: number; readonly minute: number }

/** What is watched and when runs start by themselves: part of the desk. */
export type KeptWatch = {
  readonly folder: FolderHandle | null
  /** Files of the folder that are on the desk and not followed. */
  readonly leftOut: readonly string[]
  /** Whether a file that changed starts a run without being asked. */
  readonly runsByItself: boolean
  readonly timer: RunTimer | null
  /** Milliseconds since 1970; in the past where the page was closed or asleep at that time. */
  readonly nextAt: number | null
}
