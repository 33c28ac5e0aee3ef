import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { AssetFailure } from '../assets/failure'
import type { Settings } from '../config/configuration'
import { inspectFile, type Inspection } from '../files/inspect'
import type { ReadOverrides } from '../files/source-profile'
import { FileBlob } from './file-blob'

/** Reads a file of the disk once; a path that leads nowhere is a failure like any other. */
export async function inspectPath(path: string, options: Settings): Promise<Inspection> {
  const failure = await pathFailure(path)
  if (failure !== null) return { ok: false, failure }
  const blob = new FileBlob(path)
  return inspectFile(basename(path), blob, { overrides: overridesOf(options) })
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

const optionNames = [
  ['encoding', 'encoding'],
  ['delimiter', 'delimiter'],
  ['quote', 'quote'],
  ['escape', 'escape'],
  ['skip_lines', 'skipLines'],
  ['has_header', 'hasHeader'],
  ['null_tokens', 'nullTokens'],
] as const satisfies readonly (readonly [string, keyof ReadOverrides])[]

/** Read options as YAML names them, already checked, as the reader names them. */
export function overridesOf(options: Settings): ReadOverrides {
  const entries = optionNames.flatMap(([name, own]) =>
    options[name] === undefined ? [] : [[own, options[name]] as const],
  )
  return Object.fromEntries(entries)
}
