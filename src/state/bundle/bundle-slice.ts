import type { AssetFailure } from '../../assets/failure'
import type { Configuration } from '../../config/configuration'
import type { Difference } from '../../runs/bundle/bundle'
import type { Source } from '../../runs/contract'
import type { AppState, Slice } from '../app-state'
import { isFindingWhy, isOpeningBundle } from '../at-work'
import { type DraftStep, stepOf } from '../config/draft-step'
import { blobFor, entryOf, type NeededFile } from './bundle-files'
import { type KeptRun, keepBundled } from './keep-bundled'
import { makeAgain, type Opened } from './make-again'
import { failureOf } from '../failure-of'
import { readySources } from '../selectors'
import type { Services } from '../services'
import type { NamedBlob } from '../sources/dropped-files'
import { withoutReaders, withReaders } from '../sources/readers'
import type { SourceEntry } from '../sources/sources-slice'

/** How far the opening of a bundle is, and what came of it. */
export type BundleProgress =
  | { readonly step: 'reading' }
  | { readonly step: 'waiting'; readonly needed: readonly NeededFile[] }
  | { readonly step: 'running' | 'comparing'; readonly nFiles: number }
  | {
      readonly step: 'identical'
      readonly nAssets: number
      readonly nStores: number
      readonly resultHash: string | null
      readonly kept: KeptRun | null
    }
  | {
      readonly step: 'different'
      readonly differences: readonly Difference[]
      readonly kept: KeptRun | null
      /** Why the re-run could not be made, or not all of it. */
      readonly failure: AssetFailure | null
    }
  | { readonly step: 'failed'; readonly failure: AssetFailure }

/** What was on the desk before a bundle took its place. */
type DeskBefore = DraftStep & Pick<AppState, 'entries' | 'past' | 'future' | 'unread'>

export type BundleOpening = {
  readonly name: string
  readonly progress: BundleProgress
  /** What it brought is on the desk, in the place of what was there. */
  readonly hasReplaced: boolean
}

export type BundleSlice = {
  readonly opening: BundleOpening | null
  /** Opens a run bundle: its settings and files go on the desk, its run is made anew and compared. */
  readonly openBundle: (file: NamedBlob) => Promise<void>
  /** Takes files of the run from the desk, and goes on when they are all there. */
  readonly takeBundleFiles: () => Promise<void>
  /** Makes the run anew without the files that are missing. */
  readonly goOnWithoutFiles: () => Promise<void>
  /** Puts the desk back as it was before the last bundle; runs that were kept stay. */
  readonly undoBundle: () => void
  readonly closeBundle: () => void
}

export const createBundleSlice =
  (services: Services): Slice<BundleSlice> =>
  (set, get) => {
    let opened: Opened | null = null
    let before: DeskBefore | null = null
    const show = (progress: BundleProgress) =>
      set(({ opening }) => (opening === null ? {} : { opening: { ...opening, progress } }))
    const attempt = async (work: () => Promise<BundleProgress>) => {
      try {
        show(await work())
      } catch (error) {
        show({ step: 'failed', failure: failureOf(error) })
      }
    }

    const goOn = async ({ blob, bundle }: Opened): Promise<BundleProgress> => {
      show({ step: 'running', nFiles: bundle.files.length })
      const made = await makeAgain({ blob, bundle }, services, { set, get })
      if (!made.ok) return { step: 'failed', failure: made.failure }
      show({ step: 'comparing', nFiles: bundle.files.length })
      const { record } = made
      const compared = await services.bundles.compareBundle(blob, record)
      if (!compared.ok) return { step: 'failed', failure: compared.failure }
      const kept = await keepBundled(bundle, { made: record, comparison: compared }, services)
      services.tabs.tell({ type: 'changed' })
      await get().refreshStorage()
      if (kept !== null) get().look({ runId: kept.id })
      const { differences, nAssets, nStores } = compared
      if (differences.length > 0)
        return { step: 'different', differences, kept, failure: record.errors.at(-1) ?? null }
      return { step: 'identical', nAssets, nStores, resultHash: record.resultHash, kept }
    }

    const readFiles = async ({ bundle }: Opened, desk: readonly Source[]) => {
      const { configuration } = bundle.run
      const entries: SourceEntry[] = []
      const needed: NeededFile[] = []
      for (const file of bundle.files) {
        const bytes = blobFor(file, desk)
        if (bytes === null) needed.push(file)
        else entries.push(await entryOf(file, bytes, { ...services, configuration }))
      }
      return { entries, needed }
    }

    return {
      opening: null,
      openBundle: async ({ name, blob }) => {
        if (isOpeningBundle(get())) return
        set({ opening: { name, progress: { step: 'reading' }, hasReplaced: false } })
        await attempt(async () => {
          if (get().live !== null || isFindingWhy(get()))
            return { step: 'failed', failure: runGoesOn(name) }
          const reading = await services.bundles.openBundle(blob)
          if (!reading.ok) return { step: 'failed', failure: reading.failure }
          opened = { blob, bundle: reading.bundle }
          const { entries, needed } = await readFiles(opened, readySources(get()))
          const { past, future, unread } = get()
          before = { ...stepOf(get()), entries: get().entries, past, future, unread }
          set({ opening: { name, progress: { step: 'reading' }, hasReplaced: true } })
          const { configuration, environment } = opened.bundle.run
          // Files before settings: those on the desk before take nothing from the settings of the run.
          set({ entries, unread: null })
          get().replaceConfiguration(withReaders(configuration, entries))
          set({ environment: layerOf(configuration, environment) })
          return needed.length > 0 ? { step: 'waiting', needed } : goOn(opened)
        })
      },
      takeBundleFiles: async () => {
        if (opened === null || get().opening?.progress.step !== 'waiting') return
        const { blob, bundle } = opened
        const desk = readySources(get())
        const files = bundle.files.map((file) => ({ ...file, blob: blobFor(file, desk) }))
        const needed = files.filter((file) => file.blob === null)
        if (needed.length > 0) return show({ step: 'waiting', needed })
        show({ step: 'reading' })
        await attempt(async () => {
          const { entries } = await readFiles({ blob, bundle: { ...bundle, files } }, [])
          const { configuration } = get()
          const own = withoutReaders(configuration, get().entries)
          set({ entries, configuration: withReaders(own, entries) })
          return goOn({ blob, bundle })
        })
      },
      goOnWithoutFiles: async () => {
        const waiting = opened
        if (waiting === null || get().opening?.progress.step !== 'waiting') return
        await attempt(() => goOn(waiting))
      },
      undoBundle: () => {
        if (before === null || isOpeningBundle(get())) return
        set({ ...before, opening: null })
        before = null
      },
      closeBundle: () => {
        if (!isOpeningBundle(get())) set({ opening: null })
      },
    }
  }

/** The settings of a run have its overlay in them: chosen again, it changes nothing. */
function layerOf({ environments }: Configuration, name: string | null | undefined) {
  return name && Object.hasOwn(environments, name) ? name : null
}

function runGoesOn(name: string): AssetFailure {
  return {
    code: 'run_in_progress',
    message: 'A run is going on, and a bundle is made anew by a run.',
    path: name,
    hint: 'Wait for it to end, or cancel it, and open the bundle again.',
  }
}
