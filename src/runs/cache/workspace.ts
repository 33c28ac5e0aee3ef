import type { Configuration } from '../../config/configuration'
import type { DraftTexts } from '../../config/draft-texts'
import type { Source } from '../contract'
import type { KeptWatch } from '../kept-watch'
import type { Database } from './database'
import { putBytes, type StoredSource, withBytes, withoutBytes } from './stored-files'
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
export type Desk = Settings & { readonly sources: readonly Source[] }

/** The desk without bytes: those lie beside it by digest, and are written once. */
export type StoredDesk = Settings & { readonly sources: readonly StoredSource[] }

const key = 'desk'

/** What was on the desk when the page was left; a file whose bytes are gone is not on it. */
export function readDesk(database: Database): Promise<Desk | null> {
  return readFrom(database, { path: 'workspace', stores: ['workspace', 'files'] }, async (tx) => {
    const desk = await tx.objectStore('workspace').get(key)
    if (desk === undefined) return null
    const sources = await withBytes(desk.sources, (digest) => tx.objectStore('files').get(digest))
    return { ...desk, sources }
  })
}

/**
 * Writes the desk in one transaction, the bytes only of files that are new on it. Bytes that neither
 * the desk nor a run that is not over needs are forgotten.
 */
export function writeDesk(database: Database, desk: Desk): Promise<void> {
  const stores = ['workspace', 'files', 'pending'] as const
  return writeWhole(database, { path: 'workspace', stores }, async (tx) => {
    const files = tx.objectStore('files')
    await putBytes(files, desk.sources)
    const pending = await tx.objectStore('pending').getAll()
    const needed = [...desk.sources, ...pending.flatMap(({ request }) => request.sources)]
    const digests = new Set(needed.map(({ profile }) => profile.digest))
    for (const digest of await files.getAllKeys())
      if (!digests.has(digest)) await files.delete(digest)
    await tx.objectStore('workspace').put({ ...desk, sources: desk.sources.map(withoutBytes) }, key)
  })
}
