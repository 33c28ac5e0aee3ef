import type { AssetFailure } from '../assets/failure'
import type { Need, Role, SourceColumns } from '../assets/source'
import type { CheckMetadata, LogLevel, Severity } from '../assets/spec'
import type { Configuration } from '../config/configuration'
import type { ReadOptions, ReadOverrides, SourceProfile } from '../files/source-profile'

/**
 * The border between the page (or the command line) and the thread that computes. Types only.
 * Events are small; values do not cross: they are written to the cache and read by version.
 */
export type MaterializeContract = {
  /** Materialises what the selection needs and what is stale; resolves when all is settled. */
  readonly materialize: (request: RunRequest, emit: (event: RunEvent) => void) => Promise<RunRecord>
}

export type InspectContract = {
  /** Reads a file once: dialect, types, profile, digest. Failures are data. */
  readonly inspect: (
    file: FileHandle,
    overrides: ReadOverrides,
    report: (bytesDone: number, bytesTotal: number) => void,
  ) => Promise<InspectResult>
}

/** What is posted: a File or Blob in the browser, a path on the command line; never its text. */
export type FileHandle =
  | { readonly kind: 'blob'; readonly name: string; readonly blob: Blob }
  | { readonly kind: 'path'; readonly name: string; readonly path: string }

export type InspectResult =
  | { readonly ok: true; readonly profile: SourceProfile }
  | { readonly ok: false; readonly failure: AssetFailure }

/** A file with its role: how it was read and which column is what. */
export type Source = {
  readonly id: string
  readonly role: Role
  readonly name: string
  readonly file: FileHandle
  readonly profile: SourceProfile
  readonly columns: SourceColumns
  /** Needs whose column a person named, where that is known; the others are guessed. */
  readonly chosen?: readonly Need[]
  /** When the file was last written, in milliseconds since 1970, where that is known. */
  readonly modifiedAt?: number
}

/** The run whose cluster ids, names and colours are carried on: its values by version. */
export type Baseline = {
  readonly runId: string
  readonly seq: number
  readonly assets: readonly Versioned[]
}

export type RunRequest = {
  readonly runId: string
  /** A job name or a selection such as `+internal_assign_clusters[Snacks]`. */
  readonly selection: string
  readonly sources: readonly Source[]
  /** With the overlay of `environment` laid over it already. */
  readonly configuration: Configuration
  readonly environment?: string | null
  readonly baseline?: Baseline | null
  /** Made to compare, not to keep: values are cached, no record is. */
  readonly isTrial?: boolean
}

export type AssetRef = { readonly key: string; readonly partition: string | null }

type Versioned = AssetRef & { readonly dataVersion: string }

export type RunEvent =
  | { readonly type: 'planned'; readonly total: number; readonly toRun: number }
  | ({ readonly type: 'started' } & AssetRef)
  | ({
      readonly type: 'progressed'
      readonly done: number
      readonly total: number
      /** What is counted, where a person can be told. */
      readonly unit?: 'bytes'
    } & AssetRef)
  | ({ readonly type: 'materialized'; readonly asset: AssetRecord } & AssetRef)
  | ({ readonly type: 'failed'; readonly asset: AssetRecord } & AssetRef)
  | { readonly type: 'logged'; readonly entry: LogEntry }

/** One line of a run's log; about the run as a whole where `key` is null. */
export type LogEntry = {
  /** Milliseconds since the run started. */
  readonly at: number
  readonly level: LogLevel
  readonly key: string | null
  readonly partition: string | null
  readonly message: string
}

export type CheckRecord = {
  readonly name: string
  readonly description: string
  readonly severity: Severity
  readonly blocking: boolean
  readonly passed: boolean
  readonly metadata: CheckMetadata
  /** What a person does when it fails; absent in what an earlier version of the app cached. */
  readonly next?: string
}

/**
 * Short digests of what a value was made from, kept apart so that a later plan can name the cause
 * of a difference. Only compared with each other; the data version is the whole truth.
 */
export type MadeFrom = {
  readonly params: string
  readonly sources: string
  readonly deps: string
  /** The baseline's value and the overrides that it follows; absent where there are none. */
  readonly memory?: string
}

export type AssetRecord = AssetRef & {
  readonly codeVersion: string
  /** Content address of the value: cache key is `key[partition]@dataVersion`; null when not made. */
  readonly dataVersion: string | null
  readonly status: 'success' | 'failure' | 'skipped'
  readonly cached: boolean
  readonly ms: number
  readonly rows: number | null
  readonly checks: readonly CheckRecord[]
  readonly failure: AssetFailure | null
  /** Absent where nothing was made. */
  readonly madeFrom?: MadeFrom
}

export type RunStatus = 'success' | 'failure' | 'canceled'

/** Immutable once written. */
export type RunRecord = {
  readonly id: string
  /** Counts the kept runs from 1; 0 for a trial, and for a run that could not start or be saved. */
  readonly seq: number
  /** ISO 8601. */
  readonly startedAt: string
  readonly ms: number
  readonly status: RunStatus
  readonly selection: string
  readonly configuration: Configuration
  readonly environment?: string | null
  readonly baseline?: Pick<Baseline, 'runId' | 'seq'> | null
  readonly inputs: readonly {
    readonly role: Role
    readonly name: string
    readonly digest: string
    readonly size: number
    readonly columns: SourceColumns
    /** How its bytes became cells: guessing again later may differ. */
    readonly options?: ReadOptions
  }[]
  readonly assets: readonly AssetRecord[]
  /**
   * What the run left as it was: fresh for its files and settings when it started, and not asked
   * for. Absent where there is nothing, and in the records of earlier versions.
   */
  readonly beside?: readonly Versioned[]
  readonly errors: readonly AssetFailure[]
  /** SHA-256 over sorted (store, category, labels); null when nothing was placed. */
  readonly resultHash: string | null
}
