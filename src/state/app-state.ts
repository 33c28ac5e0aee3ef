import type { StateCreator } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import { type ConfigSlice, createConfigSlice } from './config-slice'
import { createRunsSlice, type RunsSlice } from './runs-slice'
import type { Services } from './services'
import { createSourcesSlice, type SourcesSlice } from './sources-slice'
import { createViewSlice, type ViewSlice } from './view-slice'

/** Everything the screens share. Large arrays are never here: views read them by version. */
export type AppState = SourcesSlice & ConfigSlice & RunsSlice & ViewSlice

export type Slice<S> = StateCreator<AppState, [], [], S>

export function createAppState(services: Services) {
  return createStore<AppState>()((...api) => ({
    ...createSourcesSlice(services)(...api),
    ...createConfigSlice(...api),
    ...createRunsSlice(services)(...api),
    ...createViewSlice(...api),
  }))
}

export type AppStateStore = ReturnType<typeof createAppState>
