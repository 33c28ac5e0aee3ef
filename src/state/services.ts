import type {
  FileHandle,
  InspectResult,
  LogEntry,
  RunEvent,
  RunRecord,
  RunRequest,
  Source,
} from '../runs/contract'
import type { Configuration } from '../config/configuration'
import type { DraftTexts } from '../config/draft-texts'
import type { ReadOverrides } from '../files/source-profile'
import type { FileSight } from '../files/watch-changes'
import type { BundleContract } from '../runs/bundle/bundle'
import type { FolderHandle, KeptWatch } from '../runs/kept-watch'
import type { PictureContract } from '../runs/picture'
import type { FoundRun, LostSource, PendingRun } from '../runs/pending-run'
import type { RunMark } from '../runs/run-mark'
import type { TabMessage } from '../runs/tab-message'
import type { ReadAt } from '../runs/values-made'
import type { Marks } from '../runs/with-mark'

/** The page's side of the computing thread. */
export type Client = {
  readonly inspect: (
    file: FileHandle,
    overrides: ReadOverrides,
    report: (bytesDone: number, bytesTotal: number) => void,
  ) => Promise<InspectResult>
  /** Ends what is inspected at once; it is answered by a failure with the code `reading_stopped`. */
  readonly stopReading: () => void
  readonly materialize: (request: RunRequest, emit: (event: RunEvent) => void) => Promise<RunRecord>
  /** Ends the run at once; its promise resolves with a record that says `canceled`. */
  readonly cancel: () => void
}

/** What was on the desk when the page was left: files with their roles, and the draft settings. */
export type Workspace = {
  readonly sources: readonly Source[]
  /** Files of it that this browser has no copy of; absent where it has all. */
  readonly lostSources?: readonly LostSource[]
  readonly configuration: Configuration
  /** Absent where none was chosen. */
  readonly environment?: string | null
  /** What was written beside the settings; absent where nothing was. */
  readonly texts?: DraftTexts
  /** How many runs are kept; absent where nobody said. */
  readonly keepRuns?: number
  /** Who decided about stores last; absent where nobody did. */
  readonly author?: string
  /** Absent where nothing was ever watched or timed. */
  readonly watch?: KeptWatch
}

/** What is kept in this browser: values by version, run records, files, the desk. */
export type Storage = {
  /** `memory` is gone with this visit: the browser keeps nothing for the page. */
  readonly kind: 'memory' | 'kept'
  readonly readValue: ReadAt
  readonly listVersions: () => Promise<readonly string[]>
  readonly listRuns: () => Promise<readonly RunRecord[]>
  /** Puts a run out of sight, with its mark and log; it comes back as it was. */
  readonly deleteRun: (id: string) => Promise<void>
  readonly restoreRun: (record: RunRecord) => Promise<void>
  /** Keeps a record from elsewhere, numbered anew; one that is here already is given back. */
  readonly appendImported: (record: RunRecord) => Promise<RunRecord>
  /** Ends runs for good, then every value that no run needs. Not while a run goes on. */
  readonly endRuns: (ids: readonly string[]) => Promise<void>
  readonly readLog: (runId: string) => Promise<readonly LogEntry[]>
  /** Of a run from elsewhere; a run of this browser writes its own. */
  readonly writeLog: (runId: string, entries: readonly LogEntry[]) => Promise<void>
  readonly readMarks: () => Promise<Marks>
  /** One run at most is the baseline: what was it before becomes a candidate. */
  readonly changeMark: (id: string, change: Partial<RunMark>) => Promise<Marks>
  /** Runs that were started and have no record yet, oldest first. */
  readonly listPending: () => Promise<readonly FoundRun[]>
  readonly writePending: (run: PendingRun) => Promise<void>
  readonly removePending: (runId: string) => Promise<void>
  readonly readWorkspace: () => Promise<Workspace | null>
  /** @returns digests of the files of which no copy is kept: for their size, or for want of room */
  readonly writeWorkspace: (workspace: Workspace) => Promise<readonly string[]>
  /** Bytes used by this page in this browser, or null where the browser does not say. */
  readonly usedBytes: () => Promise<number | null>
  /** Whether the browser promises to keep all this; null where it does not know the question. */
  readonly persistence: (ask: boolean) => Promise<boolean | null>
}

/** The other tabs of this page: they share its storage, and one run at a time goes on over it. */
export type Tabs = {
  readonly lockOf: (runId: string) => string
  /** Does the work while no other tab runs anything; null when one does. */
  readonly alone: <T>(runId: string, work: () => Promise<T>) => Promise<T | null>
  /** Locks of the runs that a tab works on at this moment; null where that cannot be told. */
  readonly held: () => Promise<ReadonlySet<string> | null>
  /** Resolves when the tab that works on a run has ended it or is gone. */
  readonly over: (runId: string) => Promise<void>
  readonly tell: (message: TabMessage) => void
  readonly listen: (listener: (message: TabMessage) => void) => () => void
}

/** What one look into a folder finds, or why it cannot be looked into. */
export type FolderAnswer =
  | {
      readonly ok: true
      /** Of all files that may be tables, sorted. */
      readonly names: readonly string[]
      /** Of the files that were asked about. */
      readonly sights: ReadonlyMap<string, FileSight>
    }
  | { readonly ok: false; readonly why: 'denied' | 'gone' | 'unreadable' }

/** Folders of the disk that a person lets the page read. Nothing is ever written there. */
export type Folders = {
  /** `insecure`: the browser has it, but not on plain http. */
  readonly support: 'yes' | 'no' | 'insecure'
  /** Only from a click; null when the chooser was closed without a choice. */
  readonly choose: () => Promise<FolderHandle | null>
  /** Whether it may be read at this moment; asks the person where that is needed, from a click. */
  readonly mayRead: (folder: FolderHandle, ask: boolean) => Promise<boolean>
  readonly look: (folder: FolderHandle, watched: readonly string[]) => Promise<FolderAnswer>
  /** A copy that stays when the disk changes; null when it cannot be read at this moment. */
  readonly read: (folder: FolderHandle, name: string) => Promise<File | null>
  /** Tells sooner than the next look that something changed, where the browser can. */
  readonly observe: (folder: FolderHandle, onChange: () => void) => () => void
}

export type Services = {
  readonly client: Client
  readonly storage: Storage
  readonly bundles: BundleContract
  readonly pictures: PictureContract
  readonly tabs: Tabs
  readonly folders: Folders
  /** Calls back about every `ms`, and at once when the tab wakes up. @returns how to stop */
  readonly ticks: (ms: number, onTick: () => void) => () => void
  readonly hash: (text: string) => string
  readonly now: () => number
  readonly newId: () => string
  /** The made-up chain behind `Try the sample stores`. */
  readonly makeSample: () => Promise<readonly { readonly name: string; readonly blob: Blob }[]>
}
