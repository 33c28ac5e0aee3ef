import type { Configuration } from '../../config/configuration'
import type { DraftTexts } from '../../config/draft-texts'
import type { Source } from '../contract'
import type { KeptWatch } from '../kept-watch'
import type { LostSource } from '../pending-run'
import type { Database } from './database'
import {
  type CopyBytes,
  type StoredSource,
  withBytes,
  withOrWithoutBytes,
  withoutBytes,
} from './stored-files'
import { readFrom, writeWhole } from './transactions'

type Settings = {
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

/** Files with their roles, and the draft settings. */
export type Desk = Settings & {
  readonly sources: readonly Source[]
  /** Files of it whose bytes are not here: a person has to choose them again. Absent where none is. */
  readonly lostSources?: readonly LostSource[]
}

/** The desk without bytes: those lie beside it by digest, and are written once. */
export type StoredDesk = Settings & { readonly sources: readonly StoredSource[] }

const key = 'desk'

/** What was on the desk when the page was left. */
export function readDesk(database: Database): Promise<Desk | null> {
  return readFrom(database, { path: 'workspace', stores: ['workspace', 'files'] }, async (tx) => {
    const desk = await tx.objectStore('workspace').get(key)
    if (desk === undefined) return null
    const files = await withBytes(desk.sources, (digest) => tx.objectStore('files').get(digest))
    return { ...desk, ...files }
  })
}

/**
 * Writes the desk in one transaction, the bytes only of files that are new on it. Bytes that neither
 * the desk nor a run that is not over needs are forgotten.
 * @returns digests of the files whose bytes are not copied: they are too large, or there is no room
 */
export function writeDesk(database: Database, desk: Desk): Promise<readonly string[]> {
  return withOrWithoutBytes((copyBytes) => write(database, desk, copyBytes))
}

function write(
  database: Database,
  { lostSources = [], ...desk }: Desk,
  copyBytes: CopyBytes,
): Promise<readonly string[]> {
  const stores = ['workspace', 'files', 'pending'] as const
  const stored = [...desk.sources.map(withoutBytes), ...lostSources]
  return writeWhole(database, { path: 'workspace', stores }, async (tx) => {
    const files = tx.objectStore('files')
    await copyBytes(files, desk.sources)
    const pending = await tx.objectStore('pending').getAll()
    const needed = [...stored, ...pending.flatMap(({ request }) => request.sources)]
    const digests = new Set(needed.map(({ profile }) => profile.digest))
    const copied = new Set(await files.getAllKeys())
    for (const digest of copied) if (!digests.has(digest)) await files.delete(digest)
    await tx.objectStore('workspace').put({ ...desk, sources: stored }, key)
    return desk.sources.flatMap(({ profile: { digest } }) => (copied.has(digest) ? [] : [digest]))
  })
}
