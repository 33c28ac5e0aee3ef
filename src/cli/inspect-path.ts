import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AssetFailure } from '../assets/failure'
import type { Settings } from '../config/configuration'
import { inspectFile, type Inspection } from '../files/inspect'
import { isFeatureColumn } from '../runs/is-feature-column'
import { overridesOf } from '../runs/read-options'
import { FileBlob } from './file-blob'
import { nodeHash } from './node-ports'

/** Reads a file of the disk once; a path that leads nowhere is a failure like any other. */
export async function inspectPath(path: string, options: Settings): Promise<Inspection> {
  const failure = await pathFailure(path)
  if (failure !== null) return { ok: false, failure }
  const blob = new FileBlob(path)
  const overrides = overridesOf(options)
  const request = { overrides, isFeature: isFeatureColumn, createHash: nodeHash }
  return inspectFile(basename(path), blob, request)
}

/** Why there is no file to read at a path; `null` where there is one. */
export async function pathFailure(path: string): Promise<AssetFailure | null> {
  try {
    if ((await stat(path)).isFile()) return null
    return failureAt(path, `${path} is not a file.`)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return failureAt(path, `${path} cannot be read: ${reason}`)
  }
}

function failureAt(path: string, message: string): AssetFailure {
  return {
    code: 'unreadable_file',
    message,
    path,
    hint: 'Check the path and that you may read the file.',
  }
}
