import './ui/styles'
import { MantineProvider } from '@mantine/core'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { createHasher } from './files/digest'
import { createBrowserStorage } from './runs/cache/browser-storage'
import { canKeep } from './runs/cache/can-keep'
import { createDatabase } from './runs/cache/database'
import { createIdbLogStore } from './runs/cache/idb-log-store'
import { createIdbRunStore } from './runs/cache/idb-run-store'
import { createMemoryStorage } from './runs/cache/memory-storage'
import { startBundleClient } from './runs/worker/bundle-client'
import { startPictureClient } from './runs/worker/picture-client'
import { startClient } from './runs/worker/client'
import { browserTabs, createTabs } from './runs/worker/tabs'
import { createAppState } from './state/app-state'
import { openDesk, resumeWork } from './state/desk'
import { AppStateProvider } from './state/hooks'
import type { Services } from './state/services'
import { createFolders } from './state/watch/folders'
import { browserTicks } from './state/watch/browser-ticks'
import { cssVariablesResolver, theme } from './ui/theme'
import { Shell } from './views/shell/shell'
// oxlint-disable-next-line import/default -- an address, by Vite
import bundleWorker from './runs/worker/bundle.worker?worker&url'
// oxlint-disable-next-line import/default -- an address, by Vite
import pipelineWorker from './runs/worker/pipeline.worker?worker&url'
// oxlint-disable-next-line import/default -- an address, by Vite
import pictureWorker from './runs/worker/picture.worker?worker&url'
// oxlint-disable-next-line import/default -- an address, by Vite
import poolWorker from './runs/worker/pool.worker?worker&url'
// oxlint-disable-next-line import/default -- an address, by Vite
import rangeWorker from './runs/worker/range.worker?worker&url'

/** The made-up chain as files, made only when it is asked for. */
async function makeSampleFiles() {
  const { makeSample } = await import('./sample/make-sample')
  return makeSample().map(({ name, text }) => ({
    name,
    blob: new Blob([text], { type: 'text/csv' }),
  }))
}

const services: Services = {
  ...(await storageServices()),
  pictures: startPictureClient(),
  folders: createFolders(window),
  ticks: browserTicks,
  hash: await createHasher(),
  now: () => Date.now(),
  newId: () => Array.from(crypto.getRandomValues(new Uint8Array(12)), hexByte).join(''),
  makeSample: makeSampleFiles,
}

/** Over IndexedDB, shared by the tabs; or, where the browser keeps nothing, over this tab's memory. */
async function storageServices(): Promise<
  Pick<Services, 'client' | 'storage' | 'bundles' | 'tabs'>
> {
  const database = createDatabase()
  if (await canKeep(database)) {
    const [runs, log] = [createIdbRunStore(database), createIdbLogStore(database)]
    const storage = createBrowserStorage(database)
    const client = startClient({ runs, log })
    return { storage, client, bundles: startBundleClient(), tabs: createTabs(browserTabs()) }
  }
  const { storage, keeper } = createMemoryStorage()
  const client = startClient({ ...keeper, memory: keeper })
  return { storage, client, bundles: startBundleClient(keeper), tabs: createTabs({}) }
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

/** Nothing is said before the first paint. */
const Toasts = lazy(async () => ({ default: (await import('./ui/toasts')).Toasts }))

const appState = createAppState(services)
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

// What was on the desk comes back before the first paint, so that the first page never flashes;
// a storage that does not answer must not keep the page away.
const opened = openDesk(appState, services)
await Promise.race([opened, new Promise((resolve) => setTimeout(resolve, 400))])

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
    >
      <AppStateProvider appState={appState} services={services}>
        <Shell />
        <Suspense fallback={null}>
          <Toasts />
        </Suspense>
      </AppStateProvider>
    </MantineProvider>
  </StrictMode>,
)

await opened
await resumeWork(appState, services)
const { watchDesk } = await import('./state/watch/watch-desk')
await watchDesk(appState, services)

// From then on the page works with the network off.
if ('requestIdleCallback' in window) requestIdleCallback(fetchAhead)
else setTimeout(fetchAhead, 1000)

/** Brings what a later screen or a run needs, all of it, while nothing else goes on. */
function fetchAhead() {
  const parts = document.querySelector<HTMLMetaElement>('meta[name=worker-parts]')?.content ?? ''
  const addresses = [
    pipelineWorker,
    poolWorker,
    rangeWorker,
    bundleWorker,
    pictureWorker,
    ...parts.split(' ').filter(Boolean),
  ]
  for (const href of addresses)
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', href }),
    )
  // One that does not come is asked for again, and its absence said, where it is needed.
  void Promise.allSettled([
    import('./sample/make-sample'),
    import('./config/draft-text'),
    import('./config/open-configuration'),
    import('./config/text-facts'),
    import('./views/data/data-desk'),
    import('./views/data/desk-reports'),
    import('./views/configure/configure-view'),
    import('./views/pipeline/pipeline-view'),
    import('./views/cluster-count/cluster-count-view'),
    import('./ui/charts/score-panel'),
    import('./views/clusters/clusters-view'),
    import('./views/merge/merge-view'),
    import('./views/compare/compare-view'),
    import('./state/compare/compare'),
    import('./views/runs/runs-view'),
    import('./views/export/export-view'),
    import('./views/bundle-differences'),
  ])
}
