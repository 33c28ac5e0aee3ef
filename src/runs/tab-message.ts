/** How far a run of another tab is. */
export type RunElsewhere = {
  readonly runId: string
  readonly selection: string
  /** Milliseconds since 1970. */
  readonly startedAt: number
  /** Null until the tab that runs it tells how far it is. */
  readonly progress: {
    readonly stage: string
    readonly nDone: number
    readonly nTotal: number
    readonly nFailed: number
    /** 0 to 1. */
    readonly share: number
  } | null
}

/** What the tabs of this page tell each other. */
export type TabMessage =
  | { readonly type: 'progressed'; readonly run: RunElsewhere }
  | { readonly type: 'over'; readonly runId: string }
  /** Runs or marks are no longer as they were. */
  | { readonly type: 'changed' }
