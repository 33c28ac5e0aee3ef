import type { FoundRun } from '../../runs/pending-run'
import type { Slice } from '../app-state'
import { isAtWork } from '../at-work'
import { attempt } from '../attempt'
import { carryOut, type RunOrigin } from './carry-out'
import { describeInterrupted, type InterruptedRun, lostOf, withDesk } from './interrupted-run'
import { readySources } from '../selectors'
import type { Services } from '../services'

export type InterruptedSlice = {
  /** Oldest first. */
  readonly interrupted: readonly InterruptedRun[]
  readonly findInterrupted: () => Promise<void>
  /** Makes what is left of a run; true when it ended well. */
  readonly resumeRun: (id: string) => Promise<boolean>
  /** Starts the newest interrupted run again, unless it has to wait for a person. */
  readonly resumeByItself: () => Promise<void>
  /** True when nothing of it is left to resume; why not is told as the failure of a run. */
  readonly dismissInterrupted: (id: string) => Promise<boolean>
  readonly putBackInterrupted: (run: InterruptedRun) => Promise<boolean>
}

export const createInterruptedSlice =
  (services: Services): Slice<InterruptedSlice> =>
  (set, get) => {
    const { storage, tabs } = services
    const resume = async (run: InterruptedRun, origin: RunOrigin) => {
      if (isAtWork(get())) return false
      const desk = readySources(get())
      const lost = lostOf(run.found, desk)
      if (lost !== null) {
        set({ runFailure: lost })
        return false
      }
      const nResumes = run.nResumes + (origin === 'by itself' ? 1 : 0)
      const { lostSources: _lost, ...pending } = withDesk(run.found, desk)
      set(({ interrupted }) => ({ interrupted: interrupted.filter(({ id }) => id !== run.id) }))
      return carryOut({ ...pending, nResumes }, services, { set, get, origin })
    }
    const byId = (id: string) => get().interrupted.find((run) => run.id === id)
    return {
      interrupted: [],
      findInterrupted: async () => {
        await attempt({ set }, async () => {
          const pending = await storage.listPending()
          const held = pending.length === 0 ? null : await tabs.held()
          const { live, elsewhere } = get()
          const isGoingOn = ({ request: { runId }, lock }: FoundRun) =>
            runId === live?.id || runId === elsewhere?.runId || held?.has(lock) === true
          const left = pending.filter((run) => !isGoingOn(run))
          set((state) => ({
            interrupted: left.map((run) => describeInterrupted(run, state, held === null)),
          }))
        })
      },
      resumeRun: async (id) => {
        const run = byId(id)
        return run === undefined ? false : resume(run, 'resumed')
      },
      resumeByItself: async () => {
        const run = get().interrupted.findLast(({ waitsFor }) => waitsFor === null)
        if (run !== undefined && get().elsewhere === null) await resume(run, 'by itself')
      },
      dismissInterrupted: (id) =>
        attempt({ set }, async () => {
          await storage.removePending(id)
          set(({ interrupted }) => ({ interrupted: interrupted.filter((run) => run.id !== id) }))
        }),
      putBackInterrupted: (run) =>
        attempt({ set }, async () => {
          await storage.writePending(run.found)
          await get().findInterrupted()
        }),
    }
  }
