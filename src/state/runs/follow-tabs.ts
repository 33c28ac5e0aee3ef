import type { RunElsewhere, TabMessage } from '../../runs/tab-message'
import type { AppState, AppStateStore } from '../app-state'
import type { LiveRun } from './live-run'
import { selectProgress } from './progress'
import { failureOf } from '../failure-of'
import type { Services } from '../services'

/**
 * Tells the other tabs how far a run of this one is, and shows how far a run of theirs is; when it
 * is over, what it made shows here too.
 * @returns how to stop
 */
export async function followTabs(
  appState: AppStateStore,
  { storage, tabs }: Pick<Services, 'storage' | 'tabs'>,
): Promise<() => void> {
  const follow = async (run: RunElsewhere) => {
    const isNew = appState.getState().elsewhere?.runId !== run.runId
    appState.setState({ elsewhere: run })
    if (!isNew) return
    await tabs.over(run.runId)
    // The next one may have started meanwhile.
    appState.setState(({ elsewhere }) =>
      elsewhere?.runId === run.runId ? { elsewhere: null } : {},
    )
    await appState.getState().refreshStorage()
    await appState.getState().findInterrupted()
  }
  const hear = async (message: TabMessage) => {
    if (message.type === 'progressed') await follow(message.run)
    if (message.type === 'changed') await appState.getState().refreshStorage()
  }
  const say = (error: unknown) => appState.setState({ runFailure: failureOf(error) })
  const stopHearing = tabs.listen((message) => void hear(message).catch(say))
  const stopTelling = appState.subscribe((state, before) => {
    if (state.live === before.live) return
    if (state.live !== null) tabs.tell({ type: 'progressed', run: runOf(state, state.live) })
    else if (before.live !== null) tabs.tell({ type: 'over', runId: before.live.id })
  })
  try {
    for (const run of await runsElsewhere(storage, tabs)) void follow(run).catch(say)
  } catch (error) {
    say(error)
  }
  return () => {
    stopHearing()
    stopTelling()
  }
}

/** What other tabs are at already when this one starts. */
async function runsElsewhere(
  storage: Services['storage'],
  tabs: Services['tabs'],
): Promise<readonly RunElsewhere[]> {
  const held = await tabs.held()
  const pending = await storage.listPending()
  return pending.flatMap(({ request, startedAt, lock }) => {
    const { runId, selection } = request
    return held?.has(lock) === true ? [{ runId, selection, startedAt, progress: null }] : []
  })
}

function runOf(state: AppState, { id, selection, startedAt }: LiveRun): RunElsewhere {
  return { runId: id, selection, startedAt, progress: selectProgress(state) }
}
