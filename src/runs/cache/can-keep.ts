import { AssetError } from '../../assets/failure'
import type { Database } from './database'

/** Milliseconds after which a storage that says nothing is taken for one that never will. */
const patience = 3000

/**
 * Whether this browser keeps anything for the page. Private windows and policies refuse, some by
 * never answering. A storage that is only busy, full, or of another version does keep: its failures
 * are told where they happen.
 */
export async function canKeep(database: Database): Promise<boolean> {
  const opened = database.run('storage', () => Promise.resolve(true)).catch(isOnlyHindered)
  return Promise.race([opened, saidNothing()])
}

function isOnlyHindered(error: unknown): boolean {
  return error instanceof AssetError && error.failure.code !== 'storage_failed'
}

function saidNothing(): Promise<false> {
  return new Promise((resolve) => setTimeout(() => resolve(false), patience))
}
