import type { AssetFailure } from '../../assets/failure'
import type { Need, Role } from '../../assets/source'
import type { ReadOverrides } from '../../files/source-profile'
import { settingsOf } from '../../runs/read-options'
import type { FileHandle, Source } from '../../runs/contract'
import type { LostSource } from '../../runs/pending-run'
import type { AppState, Slice } from '../app-state'
import { attempt } from '../attempt'
import { stepOf } from '../config/draft-step'
import type { Services } from '../services'
import { namedApart, type NamedBlob, refusalOf } from './dropped-files'
import type { FileChange } from './file-change'
import { followReaders } from './follow-readers'
import { createReading } from './read-file'
import { readerFor, withOptions, withoutReaders, withReaders } from './readers'
import { restoredEntry } from './restored-entry'
import { type ReadyEntry, withReason } from './understand-source'

/** A file on the desk: being read, understood, refused with the reason, or to be chosen again. */
export type SourceEntry =
  | {
      readonly status: 'reading'
      readonly id: string
      readonly name: string
      readonly file: FileHandle
      readonly bytesDone: number
      readonly bytesTotal: number
      /** How it stood before it is read again or replaced; it stands there again when that fails. */
      readonly before: ReadyEntry | null
      /** What stood there while its bytes were not here; absent where they were. */
      readonly lost?: LostEntry
    }
  | {
      readonly status: 'ready'
      readonly id: string
      readonly name: string
      readonly source: Source
      /** Why this role: the sentence under the file. */
      readonly reason: string
      /** How it is read by a person's choice; the rest was guessed. */
      readonly overrides: ReadOverrides
      /** What the file that took its place has that the one before had not; absent for the first. */
      readonly change?: FileChange
    }
  | {
      readonly status: 'failed'
      readonly id: string
      readonly name: string
      readonly file: FileHandle
      readonly failure: AssetFailure
      readonly overrides: ReadOverrides
      readonly before: ReadyEntry | null
    }
  | LostEntry

/** A file that was on the desk when the page was left, and of which this browser has no copy. */
type LostEntry = {
  readonly status: 'lost'
  readonly id: string
  readonly name: string
  readonly source: LostSource
}

export type SourcesSlice = {
  readonly entries: readonly SourceEntry[]
  /** Digests of files on the desk that are gone with a reload, for no copy of them is kept. */
  readonly notCopied: ReadonlySet<string>
  /** Reads files one by one; a file of a name that is on the desk replaces it, settings stay. */
  readonly addFiles: (files: readonly NamedBlob[]) => Promise<void>
  /** Puts a file of any name in the place of one on the desk, whose name and settings stay. */
  readonly replaceFile: (id: string, blob: Blob) => Promise<void>
  /** @returns whether it could be made; why not is told as the failure of a run */
  readonly addSample: () => Promise<boolean>
  /**
   * Reads a file again with options fixed by hand, such as its delimiter; `undefined` gives one back
   * to the guess. Its role, earlier options and the columns that it still has stay.
   */
  readonly readAgain: (id: string, options: Partial<ReadChoices>) => Promise<void>
  /** Ends the reading of a file: what stood there before comes back. */
  readonly stopReading: (id: string) => void
  /** The file as it stood before it was read another way or replaced. */
  readonly bringBack: (before: ReadyEntry) => void
  readonly dismissChange: (id: string) => void
  readonly removeSource: (id: string) => void
  readonly putBackSource: (entry: SourceEntry) => void
  readonly setRole: (id: string, role: Role) => void
  readonly setColumn: (id: string, need: Need, name: string | null) => void
  readonly restoreSources: (sources: readonly Source[], lostSources?: readonly LostSource[]) => void
}

/** Choices of how a file is read; `undefined` takes one back. */
export type ReadChoices = { readonly [K in keyof ReadOverrides]: ReadOverrides[K] | undefined }

export const createSourcesSlice =
  (services: Services): Slice<SourcesSlice> =>
  (set, get, api) => {
    const put = (entry: SourceEntry) =>
      set(({ entries, configuration }) => ({
        entries: entries.some(({ id }) => id === entry.id)
          ? entries.map((old) => (old.id === entry.id ? entry : old))
          : [...entries, entry],
        configuration: withReaders(configuration, [entry]),
      }))
    const reading = createReading(services, { set, get, put })
    const byId = (id: string) => get().entries.find((entry) => entry.id === id)

    // Undo, a YAML text and an environment change how files are read without asking this slice.
    api.subscribe((state, before) => {
      if (state.configuration.readers !== before.configuration.readers)
        followReaders({ set, get }, reading.read)
    })

    /** A choice of a person: a step of undo. */
    const choose = (id: string, change: (source: Source) => Source) =>
      set((state) => {
        const entry = state.entries.find((each) => each.id === id)
        if (entry?.status !== 'ready') return {}
        const next = withReason({ ...entry, source: change(entry.source) })
        return {
          entries: state.entries.map((each) => (each.id === id ? next : each)),
          ...stepTo(state, withReaders(state.configuration, [next])),
        }
      })

    return {
      entries: [],
      notCopied: new Set(),
      addFiles: async (added) => {
        // A run bundle is no file of the desk: it brings its own.
        const bundle = added.find(({ name }) => isBundleName(name))
        if (bundle !== undefined) void get().openBundle(bundle)
        const files = namedApart(added.filter(({ name }) => !isBundleName(name)))
        const jobs = files.map((dropped) => {
          const { name, blob } = dropped
          const here = get().entries.find((entry) => entry.name === name)
          const id = here?.id ?? services.newId()
          return { id, file: { kind: 'blob', name, blob } as const, refusal: refusalOf(dropped) }
        })
        for (const { id, file, refusal } of jobs) reading.announce(id, file, refusal)
        for (const { id, file, refusal } of jobs)
          // It may have been removed while the ones before it were read.
          if (refusal === null && byId(id) !== undefined)
            await reading.read({ id, file, occasion: 'replaced' })
        if (files.length > 0) await get().takeBundleFiles()
      },
      replaceFile: async (id, blob) => {
        const name = byId(id)?.name
        if (name === undefined) return
        await reading.read({ id, file: { kind: 'blob', name, blob }, occasion: 'replaced' })
      },
      addSample: () =>
        attempt({ set }, async () => {
          const files = await services.makeSample()
          set(({ entries, configuration }) => ({
            entries: [],
            configuration: withoutReaders(configuration, entries),
          }))
          await get().addFiles(files)
        }),
      readAgain: async (id, options) => {
        const entry = byId(id)
        if (entry === undefined || entry.status === 'reading' || entry.status === 'lost') return
        const overrides = withChoices(entry.overrides, options)
        const { configuration } = get()
        if (readerFor(configuration, entry.name) === null) {
          const { file } = entry.status === 'ready' ? entry.source : entry
          await reading.read({ id, file, occasion: 'again', fallback: overrides })
          return
        }
        const next = withOptions(configuration, entry.name, settingsOf(overrides))
        // The change of the readers starts the reading.
        set((state) => stepTo(state, next))
        await reading.settled(id)
      },
      stopReading: reading.stop,
      bringBack: (before) => put(withoutChange(before)),
      dismissChange: (id) => {
        const entry = byId(id)
        if (entry?.status === 'ready') put(withoutChange(entry))
      },
      removeSource: (id) => {
        reading.stop(id)
        set(({ entries, configuration }) => ({
          entries: entries.filter((entry) => entry.id !== id),
          configuration: withoutReaders(
            configuration,
            entries.filter((entry) => entry.id === id),
          ),
        }))
      },
      putBackSource: put,
      setRole: (id, role) => choose(id, (source) => ({ ...source, role })),
      setColumn: (id, need, name) =>
        choose(id, (source) => ({ ...source, columns: { ...source.columns, [need]: name } })),
      restoreSources: (sources, lostSources = []) => {
        const { configuration } = get()
        const restored = sources.map((source) => restoredEntry(source, configuration))
        const lost = lostSources.map((source): LostEntry => {
          const { id, name } = source
          return { status: 'lost', id, name, source }
        })
        const entries = [...restored, ...lost]
        set({ entries, configuration: withReaders(configuration, entries) })
        for (const entry of entries)
          if (entry.status === 'reading')
            void reading.read({ id: entry.id, file: entry.file, occasion: 'restored' })
      },
    }
  }

/** The configuration with a step of undo before it; nothing where it says the same. */
function stepTo(state: AppState, configuration: AppState['configuration']): Partial<AppState> {
  if (configuration === state.configuration) return {}
  return { configuration, past: [...state.past, stepOf(state)], future: [] }
}

function withChoices(before: ReadOverrides, choices: Partial<ReadChoices>): ReadOverrides {
  const entries = Object.entries({ ...before, ...choices })
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined))
}

function withoutChange({ change: _change, ...entry }: ReadyEntry): ReadyEntry {
  return entry
}

function isBundleName(name: string): boolean {
  return name.toLowerCase().endsWith('.zip')
}
