import { emptyConfiguration } from '../config/configuration'
import type { DraftTexts } from '../config/draft-texts'
import type { AppState, AppStateStore } from './app-state'
import { failureOf } from './failure-of'
import { remember } from './remember'
import { keptSources, lostSources } from './selectors'
import type { Services, Workspace } from './services'
import { keptWatchOf, openWatch } from './watch/watch-state'
import { followTabs } from './runs/follow-tabs'

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

/**
 * Follows the other tabs, finds the runs that the end of a page interrupted, and starts the newest
 * of them again.
 * @returns how to stop following
 */
export async function resumeWork(
  appState: AppStateStore,
  services: Pick<Services, 'storage' | 'tabs'>,
): Promise<() => void> {
  const stop = await followTabs(appState, services)
  await appState.getState().findInterrupted()
  void appState.getState().resumeByItself()
  return stop
}

async function restoreDesk(
  appState: AppStateStore,
  { storage }: Pick<Services, 'storage'>,
): Promise<void> {
  try {
    const desk = await storage.readWorkspace()
    const state = appState.getState()
    if (desk === null || state.entries.length > 0) return
    const { configuration, environment = null, texts, keepRuns = state.keepRuns } = desk
    const { author = state.author } = desk
    appState.setState({
      configuration: { ...emptyConfiguration, ...configuration },
      environment,
      ...texts,
      keepRuns,
      author,
      ...(desk.watch === undefined ? {} : { watch: openWatch(desk.watch) }),
      past: [],
      future: [],
    })
    // How a person wants them read stands in the settings.
    state.restoreSources(desk.sources, desk.lostSources)
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
        sayNotCopied(await storage.writeWorkspace(deskOf(appState.getState())), appState)
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

/** Nothing is set while nothing differs: each change of the state is drawn. */
function sayNotCopied(digests: readonly string[], appState: AppStateStore): void {
  const { notCopied } = appState.getState()
  const isSame = digests.length === notCopied.size && digests.every((each) => notCopied.has(each))
  if (!isSame) appState.setState({ notCopied: new Set(digests) })
}

const textsOf = remember(
  (
    written: DraftTexts['written'],
    unread: DraftTexts['unread'],
    variables: DraftTexts['variables'],
  ): DraftTexts => ({ written, unread, variables }),
)

function deskOf(state: AppState): Workspace {
  const { configuration, environment, written, unread, variables, keepRuns, author } = state
  const texts = textsOf(written, unread, variables)
  const watch = keptWatchOf(state.watch)
  return {
    sources: keptSources(state),
    lostSources: lostSources(state),
    configuration,
    environment,
    texts,
    keepRuns,
    author,
    watch,
  }
}

/** Progress of a file that is being read changes the entries, but not the desk. */
function isSameDesk(a: Workspace, b: Workspace): boolean {
  return (
    a.configuration === b.configuration &&
    a.environment === b.environment &&
    a.texts === b.texts &&
    a.keepRuns === b.keepRuns &&
    a.author === b.author &&
    a.watch === b.watch &&
    isSameList(a.sources, b.sources) &&
    isSameList(a.lostSources ?? [], b.lostSources ?? [])
  )
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, i) => each === b[i])
}
