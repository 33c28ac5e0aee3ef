import type { AssetFailure } from '../../assets/failure'
import type { Need, Role } from '../../assets/source'
import type { ReadOverrides } from '../../files/source-profile'
import type { FileHandle, Source } from '../../runs/contract'
import type { Slice } from '../app-state'
import { attempt } from '../attempt'
import { failureOf } from '../failure-of'
import type { Services } from '../services'
import { asBefore, understand, withReason } from './understand-source'

/** A file on the desk: being read, understood, or refused with the reason. */
export type SourceEntry =
  | {
      readonly status: 'reading'
      readonly id: string
      readonly name: string
      readonly file: FileHandle
      readonly bytesDone: number
      readonly bytesTotal: number
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
    }
  | {
      readonly status: 'failed'
      readonly id: string
      readonly name: string
      readonly file: FileHandle
      readonly failure: AssetFailure
      readonly overrides: ReadOverrides
    }

export type SourcesSlice = {
  readonly entries: readonly SourceEntry[]
  /** Reads files one by one; a file of a name that is on the desk replaces it, settings stay. */
  readonly addFiles: (files: readonly NamedBlob[]) => Promise<void>
  /** @returns whether it could be made; why not is told as the failure of a run */
  readonly addSample: () => Promise<boolean>
  /**
   * Reads a file again with options fixed by hand, such as its delimiter. Its role, earlier options
   * and the columns that it still has stay.
   */
  readonly readAgain: (id: string, options: ReadOverrides) => Promise<void>
  readonly removeSource: (id: string) => void
  readonly putBackSource: (entry: SourceEntry) => void
  readonly setRole: (id: string, role: Role) => void
  readonly setColumn: (id: string, need: Need, name: string | null) => void
  readonly restoreSources: (sources: readonly Source[]) => void
}

export type NamedBlob = { readonly name: string; readonly blob: Blob }

export const createSourcesSlice =
  (services: Services): Slice<SourcesSlice> =>
  (set, get) => {
    const put = (entry: SourceEntry) =>
      set(({ entries }) => ({
        entries: entries.some(({ id }) => id === entry.id)
          ? entries.map((old) => (old.id === entry.id ? entry : old))
          : [...entries, entry],
      }))
    const isHere = (id: string) => get().entries.some((entry) => entry.id === id)

    const read = async (id: string, file: FileHandle, overrides: ReadOverrides) => {
      const { name } = file
      let isOver = false
      // Progress comes by a channel of its own, the last of it perhaps after the answer.
      const progress = (bytesDone: number, bytesTotal: number) => {
        if (!isOver && isHere(id)) put({ status: 'reading', id, name, file, bytesDone, bytesTotal })
      }
      try {
        const result = await services.client.inspect(file, overrides, progress)
        isOver = true
        if (!isHere(id)) return
        if (result.ok) put(understand({ id, file, profile: result.profile, overrides }))
        else put({ status: 'failed', id, name, file, failure: result.failure, overrides })
      } catch (error) {
        isOver = true
        if (isHere(id))
          put({ status: 'failed', id, name, file, failure: failureOf(error), overrides })
      }
    }

    const update = (id: string, change: (source: Source) => Source) =>
      set(({ entries }) => ({
        entries: entries.map((entry) =>
          entry.id === id && entry.status === 'ready'
            ? withReason({ ...entry, source: change(entry.source) })
            : entry,
        ),
      }))

    return {
      entries: [],
      addFiles: async (added) => {
        // A run bundle is no file of the desk: it brings its own.
        const bundle = added.find(({ name }) => isBundleName(name))
        if (bundle !== undefined) void get().openBundle(bundle)
        const files = added.filter(({ name }) => !isBundleName(name))
        const jobs = files.map(({ name, blob }) => {
          const id = get().entries.find((entry) => entry.name === name)?.id ?? services.newId()
          const file: FileHandle = { kind: 'blob', name, blob }
          put({ status: 'reading', id, name, file, bytesDone: 0, bytesTotal: blob.size })
          return { id, file }
        })
        for (const { id, file } of jobs) await read(id, file, {})
        if (files.length > 0) await get().takeBundleFiles()
      },
      addSample: () =>
        attempt({ set }, async () => {
          const files = await services.makeSample()
          set({ entries: [] })
          await get().addFiles(files)
        }),
      readAgain: async (id, options) => {
        const entry = get().entries.find((each) => each.id === id)
        if (entry === undefined || entry.status === 'reading') return
        const { file } = entry.status === 'ready' ? entry.source : entry
        await read(id, file, { ...entry.overrides, ...options })
        if (entry.status === 'ready') update(id, (source) => asBefore(source, entry.source))
      },
      removeSource: (id) =>
        set(({ entries }) => ({ entries: entries.filter((entry) => entry.id !== id) })),
      putBackSource: put,
      setRole: (id, role) => update(id, (source) => ({ ...source, role })),
      setColumn: (id, need, name) =>
        update(id, (source) => ({ ...source, columns: { ...source.columns, [need]: name } })),
      restoreSources: (sources) =>
        set({
          entries: sources.map((source) => {
            const { id, name } = source
            return withReason({ status: 'ready', id, name, source, reason: '', overrides: {} })
          }),
        }),
    }
  }

function isBundleName(name: string): boolean {
  return name.toLowerCase().endsWith('.zip')
}
