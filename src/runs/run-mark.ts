/** What a person says of a run. The record itself never changes; this lies beside it. */
export type RunMark = {
  readonly name: string
  readonly note: string
  readonly standing: Standing
}

/** One run at most is the baseline: the next runs carry its cluster ids on. */
export const standings = ['draft', 'candidate', 'baseline'] as const
export type Standing = (typeof standings)[number]

export const noMark: RunMark = { name: '', note: '', standing: 'draft' }
