import type {
  FileHandle,
  InspectResult,
  RunEvent,
  RunRecord,
  RunRequest,
  Source,
} from '../runs/contract'
import type { Configuration } from '../config/configuration'
import type { ReadOverrides } from '../files/source-profile'

/** The page's side of the computing thread. */
export type Client = {
  readonly inspect: (
    file: FileHandle,
    overrides: ReadOverrides,
    report: (bytesDone: number, bytesTotal: number) => void,
  ) => Promise<InspectResult>
  readonly materialize: (request: RunRequest, emit: (event: RunEvent) => void) => Promise<RunRecord>
  /** Ends the run at once; its promise resolves with a record that says `canceled`. */
  readonly cancel: () => void
}

/** What was on the desk when the page was left: files with their roles, and the draft settings. */
export type Workspace = {
  readonly sources: readonly Source[]
  readonly configuration: Configuration
}

/** What is kept in this browser: values by version, run records, files, the desk. */
export type Storage = {
  readonly readValue: (key: string) => Promise<unknown>
  readonly listVersions: () => Promise<readonly string[]>
  readonly listRuns: () => Promise<readonly RunRecord[]>
  readonly deleteRun: (id: string) => Promise<void>
  readonly restoreRun: (record: RunRecord) => Promise<void>
  readonly readWorkspace: () => Promise<Workspace | null>
  readonly writeWorkspace: (workspace: Workspace) => Promise<void>
  /** Bytes used by this page in this browser, or null where the browser does not say. */
  readonly usedBytes: () => Promise<number | null>
}

export type Services = {
  readonly client: Client
  readonly storage: Storage
  readonly hash: (text: string) => string
  readonly now: () => number
  readonly newId: () => string
  /** The made-up chain behind `Try the sample stores`. */
  readonly makeSample: () => Promise<readonly { readonly name: string; readonly blob: Blob }[]>
}
