import { createHash } from 'node:crypto'
import { definitions } from '../../assets/definitions'
import { guessRole } from '../../assets/guess-role'
import type { Role } from '../../assets/source'
import { type Configuration, emptyConfiguration } from '../../config/configuration'
import { inspectFile } from '../../files/inspect'
import { createMemoryCache } from '../cache/memory-cache'
import { createMemoryRunStore } from '../cache/memory-run-store'
import { computeAsset } from '../compute-asset'
import type { RunRecord, Source } from '../contract'
import { materialize } from '../materialize'

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

/** The real engine in this thread, values in memory; `cache` holds them by address. */
export async function runHere(
  sources: readonly Source[],
  configuration: Configuration = emptyConfiguration,
): Promise<{ readonly record: RunRecord; readonly cache: ReturnType<typeof createMemoryCache> }> {
  const cache = createMemoryCache()
  const request = { runId: 'here', selection: 'full_pipeline_job', sources, configuration }
  const openFile = (file: Source['file']) => {
    if (file.kind === 'blob') return file.blob
    throw new Error(`${file.name} is no blob`)
  }
  const record = await materialize(request, () => undefined, {
    cache,
    runs: createMemoryRunStore(),
    execute: (task, report) =>
      computeAsset(task, { cache, definitions, openFile, report, now: () => 0 }),
    concurrency: 1,
    clock: () => 0,
    hash: (text) => createHash('sha256').update(text).digest('hex'),
  })
  return { record, cache }
}
