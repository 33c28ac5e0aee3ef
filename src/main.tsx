import './ui/styles'
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createHasher } from './files/digest'
import { createBrowserStorage } from './runs/cache/browser-storage'
import { createClient } from './runs/worker/client'
import { createAppState } from './state/app-state'
import { openDesk } from './state/desk'
import { AppStateProvider } from './state/hooks'
import type { Services } from './state/services'
import { cssVariablesResolver, theme } from './ui/theme'
import { Shell } from './views/shell/shell'
// oxlint-disable-next-line import/default -- an address, by Vite
import pipelineWorker from './runs/worker/pipeline.worker?worker&url'
// oxlint-disable-next-line import/default -- an address, by Vite
import poolWorker from './runs/worker/pool.worker?worker&url'

/** The made-up chain as files, made only when it is asked for. */
async function makeSampleFiles() {
  const { makeSample } = await import('./sample/make-sample')
  return makeSample().map(({ name, text }) => ({
    name,
    blob: new Blob([text], { type: 'text/csv' }),
  }))
}

const services: Services = {
  client: createClient(),
  storage: createBrowserStorage(),
  hash: await createHasher(),
  now: () => Date.now(),
  newId: () => Array.from(crypto.getRandomValues(new Uint8Array(12)), hexByte).join(''),
  makeSample: makeSampleFiles,
}

function hexByte(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

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
        <Notifications position="bottom-left" />
      </AppStateProvider>
    </MantineProvider>
  </StrictMode>,
)

await opened

// From then on the page works with the network off.
if ('requestIdleCallback' in window) requestIdleCallback(fetchAhead)
else setTimeout(fetchAhead, 1000)

/** Brings what a later screen or a run needs, all of it, while nothing else goes on. */
function fetchAhead() {
  for (const href of [pipelineWorker, poolWorker])
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'modulepreload', href }),
    )
  // One that does not come is asked for again, and its absence said, where it is needed.
  void Promise.allSettled([
    import('./sample/make-sample'),
    import('./config/yaml'),
    import('./views/data/data-desk'),
    import('./views/configure/configure-view'),
    import('./views/pipeline/pipeline-view'),
    import('./views/cluster-count/cluster-count-view'),
    import('./ui/charts/score-panel'),
    import('./views/clusters/clusters-view'),
    import('./views/merge/merge-view'),
    import('./views/export/export-view'),
  ])
}
