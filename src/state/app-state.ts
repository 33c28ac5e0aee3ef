import type { StateCreator, StoreApi } from 'zustand/vanilla'
import { createStore } from 'zustand/vanilla'
import { type BundleSlice, createBundleSlice } from './bundle/bundle-slice'
import { type ConfigSlice, createConfigSlice } from './config/config-slice'
import { createInterruptedSlice, type InterruptedSlice } from './runs/interrupted-slice'
import { createMarksSlice, type MarksSlice } from './runs/marks-slice'
import { createOverridesSlice, type OverridesSlice } from './overrides/overrides-slice'
import { createRunsSlice, type RunsSlice } from './runs/runs-slice'
import type { Services } from './services'
import { createSourcesSlice, type SourcesSlice } from './sources/sources-slice'
import { createViewSlice, type ViewSlice } from './view-slice'
import { createWatchSlice, type WatchSlice } from './watch/watch-slice'
import { createWhySlice, type WhySlice } from './compare/why-slice'

/** Everything the screens share. Large arrays are never here: views read them by version. */
export type AppState = SourcesSlice &
  ConfigSlice &
  OverridesSlice &
  RunsSlice &
  MarksSlice &
  InterruptedSlice &
  BundleSlice &
  WatchSlice &
  WhySlice &
  ViewSlice

export type Slice<S> = StateCreator<AppState, [], [], S>

/** How a part of the state that is no slice of its own reads and changes it. */
export type SliceApi = {
  readonly set: StoreApi<AppState>['setState']
  readonly get: StoreApi<AppState>['getState']
}

export function createAppState(services: Services) {
  return createStore<AppState>()((...api) => ({
    ...createSourcesSlice(services)(...api),
    ...createConfigSlice(...api),
    ...createOverridesSlice(services)(...api),
    ...createRunsSlice(services)(...api),
    ...createMarksSlice(services)(...api),
    ...createInterruptedSlice(services)(...api),
    ...createBundleSlice(services)(...api),
    ...createWatchSlice(services)(...api),
    ...createWhySlice(services)(...api),
    ...createViewSlice(...api),
  }))
}

export type AppStateStore = ReturnType<typeof createAppState>
