import type { Configuration } from '../../config/configuration'
import type { Source } from '../contract'
import type { Database } from './database'

/** Files with their roles, and the draft settings. */
export type Desk = {
  readonly sources: readonly Source[]
  readonly configuration: Configuration
}

/** The desk without bytes: those lie beside it by digest, and are written once. */
export type StoredDesk = {
  readonly sources: readonly Omit<Source, 'file'>[]
  readonly configuration: Configuration
}

const key = 'desk'

/** What was on the desk when the page was left; a file whose bytes are gone is not on it. */
export function readDesk(database: Database): Promise<Desk | null> {
  return database.run('workspace', async (db) => {
    const tx = db.transaction(['workspace', 'files'])
    const desk = await tx.objectStore('workspace').get(key)
    if (desk === undefined) return null
    const sources: Source[] = []
    for (const source of desk.sources) {
      const blob = await tx.objectStore('files').get(source.profile.digest)
      if (blob === undefined) continue
      sources.push({ ...source, file: { kind: 'blob', name: source.name, blob } })
    }
    await tx.done
    return { sources, configuration: desk.configuration }
  })
}

/** Writes the desk in one transaction; the bytes only of files that are new on it. */
export function writeDesk(database: Database, desk: Desk): Promise<void> {
  return database.run('workspace', async (db) => {
    const tx = db.transaction(['workspace', 'files'], 'readwrite')
    const files = tx.objectStore('files')
    const kept = new Set(await files.getAllKeys())
    for (const { file, profile } of desk.sources)
      if (file.kind === 'blob' && !kept.has(profile.digest))
        await files.put(file.blob, profile.digest)
    const onDesk = new Set(desk.sources.map(({ profile }) => profile.digest))
    for (const digest of kept) if (!onDesk.has(digest)) await files.delete(digest)
    const sources = desk.sources.map(({ file: _, ...source }) => source)
    await tx.objectStore('workspace').put({ sources, configuration: desk.configuration }, key)
    await tx.done
  })
}
