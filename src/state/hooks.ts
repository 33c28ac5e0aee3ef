import {
  createContext,
  createElement,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Branch } from '../assets/spec'
import { assetId } from '../runs/address'
import type { AppState, AppStateStore } from './app-state'
import { type AssetView, readValueOf, type ShownSpec, valueAddress, viewOf } from './asset-view'
import {
  createPictureDesk,
  type Drawable,
  type Picture,
  type PictureDesk,
} from './pictures/picture-desk'
import { selectPictureSeed } from './pictures/picture-seed'
import { selectAssetState } from './plan/asset-state'
import { selectShownRuns } from './selectors'
import type { Services } from './services'
import { recordsOf } from './plan/shown-records'
import { decodeView, encodeView } from './url'
import { createValueReader, peekAll, type ReadValue, type ValueReader } from './value-reader'

type Binding = {
  readonly appState: AppStateStore
  readonly services: Services
  readonly values: ValueReader
  readonly pictures: PictureDesk
}

const BindingContext = createContext<Binding | null>(null)

export type AppStateProviderProps = {
  readonly appState: AppStateStore
  readonly services: Services
  readonly children: ReactNode
}

export function AppStateProvider({ appState, services, children }: AppStateProviderProps) {
  const binding = useMemo(
    () => ({
      appState,
      services,
      values: createValueReader(headOf(services)),
      pictures: createPictureDesk(services),
    }),
    [appState, services],
  )
  return createElement(BindingContext.Provider, { value: binding }, children)
}

/** A value that is kept in parts may be larger than a page can read between two frames. */
function headOf({ storage }: Services) {
  return (address: string) => storage.readValue(address, [])
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

/**
 * The same for what a run changes many times a second: that is drawn when there is time, in pieces
 * that let clicks and keys through. Its start and end, from and to null, are shown at once. The
 * selector must be the same function each time.
 */
export function useAppLater<T>(selector: (state: AppState) => T | null): T | null {
  const { appState } = useBinding()
  const [shown, show] = useState(() => ({ value: selector(appState.getState()) }))
  useEffect(() => {
    let last: T | null = null
    const follow = (state: AppState) => {
      const value = selector(state)
      const put = () => show((before) => (Object.is(before.value, value) ? before : { value }))
      if (last === null || value === null) put()
      else if (value !== last) startTransition(put)
      last = value
    }
    follow(appState.getState())
    return appState.subscribe(follow)
  }, [appState, selector])
  return shown.value
}

type ActionName = {
  [K in keyof AppState]: AppState[K] extends (
    ...args: never
  ) => void | string | Promise<void | boolean>
    ? K
    : never
}[keyof AppState]

export type Actions = Omit<Pick<AppState, ActionName>, 'hash'>

/** Everything a person can do. The functions never change. */
export function useActions(): Actions {
  return useBinding().appState.getState()
}

/** Clock and storage, for what is neither state nor action: elapsed time, downloads. */
export function useServices(): Services {
  return useBinding().services
}

export type { AssetView } from './asset-view'
export type { Picture } from './pictures/picture-desk'

/** One asset of one partition: its value by version, and what is known about it. */
export function useAsset<V>(spec: ShownSpec<V>, partition: string | null): AssetView<V> {
  const known = useApp(useShallow((state) => selectAssetState(state, spec.key, partition)))
  const address = valueAddress(spec, known.made)
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

type Asked<V> = { readonly spec: ShownSpec<V>; readonly partition: string | null }

/** The last values of several assets, in the order asked for; null where none is there yet. */
export function useValues<V>(asked: readonly Asked<V>[]): readonly (V | null)[] {
  const records = recordsOf(useApp(selectShownRuns))
  const addresses = useMemo(
    () =>
      asked.map(({ spec, partition }) =>
        valueAddress(spec, records.get(assetId({ key: spec.key, partition }))?.made ?? null),
      ),
    [asked, records],
  )
  const reads = useReads(addresses)
  return useMemo(
    () => asked.map(({ spec }, i) => readValueOf(spec, reads[i] ?? null)),
    [asked, reads],
  )
}

function useReads(addresses: readonly (string | null)[]): readonly (ReadValue | null)[] {
  const { values } = useBinding()
  const peek = useMemo(() => peekAll(values, addresses), [values, addresses])
  useEffect(() => {
    const releases = addresses.flatMap((address) => (address === null ? [] : values.hold(address)))
    return () => releases.forEach((release) => release())
  }, [addresses, values])
  return useSyncExternalStore(values.subscribe, peek)
}

/** The UMAP picture of stores, drawn when it is asked for; null before, and when it was stopped. */
export function usePicture(
  value: Drawable,
  { branch, isAsked }: { readonly branch: Branch; readonly isAsked: boolean },
): { readonly picture: Picture | null; readonly draw: () => void } {
  const { pictures } = useBinding()
  const seed = useApp((state) => selectPictureSeed(state, branch))
  const picture = useSyncExternalStore(pictures.subscribe, () => pictures.peek(value, seed))
  useEffect(() => {
    if (!isAsked) return undefined
    pictures.draw(value, seed)
    return () => pictures.stop()
  }, [pictures, value, seed, isAsked])
  return { picture, draw: () => pictures.draw(value, seed) }
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
