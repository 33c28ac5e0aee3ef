import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { tableFileName } from '../files/export/table-format'
import type { OutputFile } from '../runs/outputs/output-file'
import { type Format, outputPieces } from './output-text'
import { writePieces } from './write-pieces'

/** Writes the files of a run into a folder, each whole or not at all; gives their names. */
export async function writeFiles(
  folder: string,
  files: readonly OutputFile[],
  format: Format,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const names: string[] = []
  for (const file of files) {
    const name = file.kind === 'table' ? tableFileName(file.name, format) : file.name
    await writePieces(join(folder, name), outputPieces(file, format))
    names.push(name)
  }
  return names
}
