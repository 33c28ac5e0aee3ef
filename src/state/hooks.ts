import {
  createContext,
  createElement,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useSyncExternalStore,
} from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { AssetFailure } from '../assets/failure'
import { addressOf } from '../runs/address'
import { type SpecOf, valueOf } from '../runs/values-made'
import type { AppState, AppStateStore } from './app-state'
import { type AssetState, selectAssetState } from './plan-selectors'
import type { Services } from './services'
import { decodeView, encodeView } from './url'
import { createValueReader, type ReadValue, type ValueReader } from './value-reader'

type Binding = {
  readonly appState: AppStateStore
  readonly services: Services
  readonly values: ValueReader
}

const BindingContext = createContext<Binding | null>(null)

export type AppStateProviderProps = {
  readonly appState: AppStateStore
  readonly services: Services
  readonly children: ReactNode
}

export function AppStateProvider({ appState, services, children }: AppStateProviderProps) {
  const binding = useMemo(
    () => ({ appState, services, values: createValueReader(services.storage.readValue) }),
    [appState, services],
  )
  return createElement(BindingContext.Provider, { value: binding }, children)
}

function useBinding(): Binding {
  const binding = useContext(BindingContext)
  if (binding === null) throw new Error('AppStateProvider is missing above this component')
  return binding
}

/** What a component needs of the app state; it renders again only when that changes. */
export function useApp<T>(selector: (state: AppState) => T): T {
  return useStore(useBinding().appState, selector)
}

type ActionName = {
  [K in keyof AppState]: AppState[K] extends (...args: never) => void | Promise<void | boolean>
    ? K
    : never
}[keyof AppState]

export type Actions = Pick<AppState, ActionName>

/** Everything a person can do. The functions never change. */
export function useActions(): Actions {
  return useBinding().appState.getState()
}

/** Clock and storage, for what is neither state nor action: elapsed time, downloads. */
export function useServices(): Services {
  return useBinding().services
}

export type AssetView<V> = Omit<AssetState, 'status' | 'failure'> & {
  readonly status: 'missing' | 'loading' | 'success' | 'failure'
  /** The last value that was made, also while another is made and after a failure. */
  readonly value: V | null
  readonly failure: AssetFailure | null
}

/** One asset of one partition: its value by version, and what is known about it. */
export function useAsset<V>(spec: SpecOf<V>, partition: string | null): AssetView<V> {
  const known = useApp(useShallow((state) => selectAssetState(state, spec.key, partition)))
  const version = known.made?.dataVersion ?? null
  const address = version === null ? null : addressOf({ key: spec.key, partition }, version)
  const read = useValue(address)
  return useMemo(() => viewOf(spec, known, read), [spec, known, read])
}

function useValue(address: string | null): ReadValue | null {
  const { values } = useBinding()
  const read = useSyncExternalStore(values.subscribe, () =>
    address === null ? null : values.peek(address),
  )
  useEffect(() => (address === null ? undefined : values.hold(address)), [address, values])
  return read
}

function viewOf<V>(spec: SpecOf<V>, known: AssetState, read: ReadValue | null): AssetView<V> {
  const kept = read?.value ?? null
  const value = kept === null ? null : valueOf(spec, kept)
  const failure = known.failure ?? read?.failure ?? null
  if (known.status === 'failure' || read?.status === 'failure')
    return { ...known, status: 'failure', value, failure }
  if (read === null) return { ...known, status: 'missing', value: null, failure }
  const status = value === null ? 'loading' : 'success'
  return { ...known, status, value, failure }
}

/** Keeps the URL hash and the view the same: links and the back button bring a view back. */
export function useUrlHash(): void {
  const { appState } = useBinding()
  useEffect(() => {
    const fromUrl = () => appState.setState({ view: decodeView(window.location.hash) })
    const toUrl = ({ view }: AppState, before: AppState) => {
      const hash = encodeView(view)
      if (view === before.view || hash === encodeView(decodeView(window.location.hash))) return
      if (view.screen === before.view.screen) window.history.replaceState(null, '', hash)
      else window.history.pushState(null, '', hash)
    }
    fromUrl()
    window.addEventListener('hashchange', fromUrl)
    window.addEventListener('popstate', fromUrl)
    const unsubscribe = appState.subscribe(toUrl)
    return () => {
      window.removeEventListener('hashchange', fromUrl)
      window.removeEventListener('popstate', fromUrl)
      unsubscribe()
    }
  }, [appState])
}
