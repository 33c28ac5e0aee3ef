import type { Branch } from '../assets/spec'
import type { Slice } from './app-state'

export const screens = [
  'data',
  'configure',
  'pipeline',
  'cluster-count',
  'clusters',
  'merge',
  'compare',
  'runs',
  'export',
] as const
export type Screen = (typeof screens)[number]

export type BranchView = Branch | 'merged'

/** What is looked at; mirrored in the URL hash. Never data rows, only names and ids. */
export type View = {
  readonly screen: Screen
  readonly runId: string | null
  /** The run that the shown one is compared with; null: the baseline, else the run before it. */
  readonly comparedRunId: string | null
  readonly category: string | null
  readonly branch: BranchView
  readonly clusters: readonly string[]
  readonly stores: readonly string[]
  /** Asset key opened beside the graph. */
  readonly asset: string | null
  /** Setting that Configure goes to when it opens. */
  readonly setting: string | null
}

export const firstView: View = {
  screen: 'data',
  runId: null,
  comparedRunId: null,
  category: null,
  branch: 'internal',
  clusters: [],
  stores: [],
  asset: null,
  setting: null,
}

export type ViewSlice = {
  readonly view: View
  /** Changes what is looked at; a change of category or branch clears the chosen clusters. */
  readonly look: (change: Partial<View>) => void
}

export const createViewSlice: Slice<ViewSlice> = (set) => ({
  view: firstView,
  look: (change) =>
    set(({ view }) => {
      const next = { ...view, ...change }
      const elsewhere = next.category !== view.category || next.branch !== view.branch
      if (elsewhere && change.clusters === undefined)
        return { view: { ...next, clusters: [], stores: [] } }
      return { view: next }
    }),
})
