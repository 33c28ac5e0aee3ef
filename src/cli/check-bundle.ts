import { basename } from 'node:path'
import { inspectFile } from '../files/inspect'
import type { BundledFile, Comparison } from '../runs/bundle/bundle'
import { compareBundle } from '../runs/bundle/compare-bundle'
import { lendBaseline } from '../runs/bundle/lend-baseline'
import { readBundle } from '../runs/bundle/read-bundle'
import { selectionAgain } from '../runs/bundle/selection-again'
import type { Source } from '../runs/contract'
import { FileBlob } from './file-blob'
import { InputError } from './input-error'
import { pathFailure } from './inspect-path'
import type { Io } from './io'
import { nodeHash } from './node-ports'
import { runEngine } from './run-engine'
import { withScratchStorage } from './scratch-storage'

type Checked = { readonly comparison: Comparison; readonly resultHash: string | null }

/**
 * Makes the run of a bundle anew in a folder of its own, which is removed afterwards, and compares.
 * @param paths where files that the bundle does not hold are looked for, by their bytes
 * @throws {InputError | AssetError | FileError} a bundle or a file that cannot be used
 */
export async function checkBundle(
  path: string,
  paths: readonly string[],
  io: Io,
): Promise<Checked> {
  const blob = await blobAt(path)
  const opened = await readBundle(blob, collect)
  const sources = await sourcesOf(opened.files, paths)
  const { run, baseline } = opened
  const request = {
    selection: selectionAgain(run),
    sources,
    configuration: run.configuration,
    environment: run.environment ?? null,
    baseline,
    isTrial: true,
  }
  const { isCanceled } = io
  return withScratchStorage(async (storage) => {
    if (baseline !== null) await lendBaseline(blob, baseline, storage.cache)
    const engine = { storage, workers: 1, emit: () => undefined, isCanceled }
    const made = await runEngine(request, engine)
    const comparison = await compareBundle(blob, made, storage.readAt)
    return { comparison, resultHash: made.resultHash }
  })
}

async function sourcesOf(
  files: readonly BundledFile[],
  paths: readonly string[],
): Promise<readonly Source[]> {
  const given = await Promise.all(
    paths.map(async (path) => {
      const blob = await blobAt(path)
      const inspected = await inspectFile(basename(path), blob, { createHash: nodeHash })
      return { blob, digest: inspected.ok ? inspected.profile.digest : null }
    }),
  )
  const faults = []
  const sources: Source[] = []
  for (const file of files) {
    const { name, role, columns, options = {} } = file
    const blob = file.blob ?? given.find(({ digest }) => digest === file.digest)?.blob ?? null
    if (blob === null) {
      faults.push(missingFile(file))
      continue
    }
    const request = { overrides: options, createHash: nodeHash }
    const inspected = await inspectFile(name, blob, request)
    if (!inspected.ok) faults.push(inspected.failure)
    else {
      const handle = { kind: 'blob', name, blob } as const
      sources.push({ id: name, role, name, file: handle, profile: inspected.profile, columns })
    }
  }
  if (faults.length > 0) throw new InputError(faults)
  return sources
}

async function blobAt(path: string): Promise<Blob> {
  const failure = await pathFailure(path)
  if (failure !== null) throw new InputError([failure])
  return new FileBlob(path)
}

async function collect(pieces: AsyncIterable<Uint8Array>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of pieces) parts.push(new Uint8Array(piece))
  return new Blob(parts)
}

function missingFile({ name, size, digest }: BundledFile) {
  return {
    code: 'missing_file',
    message: `The bundle comes without ${name}: ${size} bytes, SHA-256 ${digest.slice(0, 12)}.`,
    path: name,
    hint: 'Name the file behind the bundle: bundle --check run.bundle.zip sales.csv',
  }
}
