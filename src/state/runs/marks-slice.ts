import type { RunMark } from '../../runs/run-mark'
import type { Marks } from '../../runs/with-mark'
import type { Slice } from '../app-state'
import { attempt } from '../attempt'
import type { Services } from '../services'

/** What people say of runs: it lies beside the records, which never change. */
export type MarksSlice = {
  /** By run id. */
  readonly marks: Marks
  /**
   * One run at most is the baseline: what was it before becomes a candidate.
   * @returns whether it could be written; why not is told as the failure of a run
   */
  readonly markRun: (id: string, change: Partial<RunMark>) => Promise<boolean>
}

export const createMarksSlice =
  ({ storage, tabs }: Services): Slice<MarksSlice> =>
  (set) => ({
    marks: new Map(),
    markRun: (id, change) =>
      attempt({ set }, async () => {
        set({ marks: await storage.changeMark(id, change) })
        tabs.tell({ type: 'changed' })
      }),
  })
