import type { AppState, AppStateStore } from './app-state'
import { failureOf } from './runs-slice'
import { readySources } from './selectors'
import type { Services, Workspace } from './services'

/**
 * Brings back what was there when the page was left: runs and values, then files and settings.
 * From then on the desk is kept on every change.
 * @returns how to stop keeping it
 */
export async function openDesk(
  appState: AppStateStore,
  services: Pick<Services, 'storage'>,
): Promise<() => void> {
  await appState.getState().refreshStorage()
  await restoreDesk(appState, services)
  return keepDesk(appState, services)
}

async function restoreDesk(
  appState: AppStateStore,
  { storage }: Pick<Services, 'storage'>,
): Promise<void> {
  try {
    const desk = await storage.readWorkspace()
    const state = appState.getState()
    if (desk === null || state.entries.length > 0) return
    state.restoreSources(desk.sources)
    appState.setState({ configuration: desk.configuration, past: [], future: [] })
  } catch (error) {
    appState.setState({ runFailure: failureOf(error) })
  }
}

/** One write at a time; changes during a write are kept together by the next one. */
function keepDesk(appState: AppStateStore, { storage }: Pick<Services, 'storage'>): () => void {
  let isWriting = false
  let isChanged = false
  const write = async () => {
    isChanged = true
    if (isWriting) return
    isWriting = true
    try {
      while (isChanged) {
        isChanged = false
        await storage.writeWorkspace(deskOf(appState.getState()))
      }
    } catch (error) {
      appState.setState({ runFailure: failureOf(error) })
    } finally {
      isWriting = false
    }
  }
  let kept = deskOf(appState.getState())
  return appState.subscribe((state) => {
    const desk = deskOf(state)
    if (isSameDesk(desk, kept)) return
    kept = desk
    void write()
  })
}

function deskOf(state: AppState): Workspace {
  return { sources: readySources(state), configuration: state.configuration }
}

/** Progress of a file that is being read changes the entries, but not the desk. */
function isSameDesk(a: Workspace, b: Workspace): boolean {
  return (
    a.configuration === b.configuration &&
    a.sources.length === b.sources.length &&
    a.sources.every((source, i) => source === b.sources[i])
  )
}
