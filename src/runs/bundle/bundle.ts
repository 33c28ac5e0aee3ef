import type { AssetFailure } from '../../assets/failure'
import type { BinaryFormat, NamedTable } from '../../files/export/table-format'
import type { AssetRecord, Baseline, LogEntry, RunRecord, Source } from '../contract'
import type { RunMark } from '../run-mark'

/** What a bundle is made of: a run, what a person said of it, and all that its re-run needs. */
export type BundleRequest = {
  /** With every asset that earlier runs made of the same files and settings. */
  readonly run: RunRecord
  readonly mark: RunMark
  readonly log: readonly LogEntry[]
  /** The run whose ids this one carried on, with its versions. */
  readonly baseline: Baseline | null
  /** The files whose bytes go into the bundle; none: the bundle goes without the data. */
  readonly sources: readonly Source[]
}

/** Expected failures are data. */
export type Attempt<T> =
  | ({ readonly ok: true } & T)
  | { readonly ok: false; readonly failure: AssetFailure }

/** Of an asset, what a re-run is compared with. */
export type BundledAsset = Pick<
  AssetRecord,
  'key' | 'partition' | 'codeVersion' | 'dataVersion' | 'status' | 'cached' | 'ms' | 'madeFrom'
>

/** `run.json`, read and checked. Checks and failures are not in it: the re-run makes them anew. */
export type BundledRun = Omit<RunRecord, 'assets' | 'errors' | 'baseline'> & {
  readonly assets: readonly BundledAsset[]
}

/** A file of the run; `blob` where the bundle has its bytes. */
export type BundledFile = RunRecord['inputs'][number] & { readonly blob: Blob | null }

export type OpenedBundle = {
  readonly run: BundledRun
  readonly mark: RunMark
  readonly log: readonly LogEntry[]
  readonly baseline: Baseline | null
  readonly files: readonly BundledFile[]
}

/** One thing in which the run made anew is not the run of the bundle. */
export type Difference = {
  /** An asset, a file or a table. */
  readonly where: string
  /** What of it: `code version`, `label of 3 stores`. */
  readonly what: string
  readonly inBundle: string
  readonly here: string
}

export type Comparison = {
  readonly differences: readonly Difference[]
  readonly nAssets: number
  readonly nStores: number
}

/** What the thread of files does for the page: bundles may be large, and values stay there. */
export type BundleContract = {
  readonly makeBundle: (request: BundleRequest) => Promise<Attempt<{ readonly blob: Blob }>>
  readonly openBundle: (blob: Blob) => Promise<Attempt<{ readonly bundle: OpenedBundle }>>
  /**
   * Puts the values of the baseline where the re-run looks for them, those that are not there yet;
   * `lent` are their addresses, to be taken back.
   */
  readonly lendBaseline: (
    blob: Blob,
    baseline: Baseline,
  ) => Promise<Attempt<{ readonly lent: readonly string[] }>>
  readonly takeBack: (addresses: readonly string[]) => Promise<void>
  readonly compareBundle: (blob: Blob, made: RunRecord) => Promise<Attempt<Comparison>>
  /** A table in a format whose library the page itself does not load. */
  readonly writeTable: (
    table: NamedTable,
    format: BinaryFormat,
  ) => Promise<Attempt<{ readonly blob: Blob }>>
}
