import { guessRole } from '../../assets/guess-role'
import type { Role } from '../../assets/source'
import { type Configuration, emptyConfiguration } from '../../config/configuration'
import { inspectFile } from '../../files/inspect'
import { baselineOf } from '../baseline-of'
import { createMemoryCache } from '../cache/memory-cache'
import type { RunRecord, Source } from '../contract'
import { materializeHere } from './materialize-here'

export type TextFile = { readonly name: string; readonly text: string; readonly role?: Role }

/** Reads files as the app does; the role is guessed where none is given. */
export async function sourcesOf(files: readonly TextFile[]): Promise<readonly Source[]> {
  return Promise.all(files.map(sourceOf))
}

async function sourceOf({ name, text, role }: TextFile): Promise<Source> {
  const blob = new Blob([text])
  const result = await inspectFile(name, blob)
  if (!result.ok) throw new Error(`${name}: ${result.failure.message}`)
  const { profile } = result
  const guess = guessRole(name, profile.columns, profile.nRows)
  const file = { kind: 'blob', name, blob } as const
  return { id: name, name, file, profile, role: role ?? guess.role, columns: guess.columns }
}

export type RanHere = {
  readonly record: RunRecord
  readonly cache: ReturnType<typeof createMemoryCache>
}

/**
 * The real engine in this thread, values in memory; `cache` holds them by address. Ids and names are
 * carried on from `before` where it is given.
 */
export async function runHere(
  sources: readonly Source[],
  configuration: Configuration = emptyConfiguration,
  before: RanHere | null = null,
): Promise<RanHere> {
  const cache = before?.cache ?? createMemoryCache()
  const baseline = before === null ? null : baselineOf(before.record)
  const record = await materializeHere(
    { runId: 'here', sources, configuration, baseline },
    { cache },
  )
  return { record, cache }
}
