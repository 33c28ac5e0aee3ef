import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { OutputFile } from '../runs/outputs/output-file'
import { type Format, outputText } from './output-text'
import { writeWhole } from './whole-file'

/** Writes the files of a run into a folder, each whole or not at all; gives their names. */
export async function writeFiles(
  folder: string,
  files: readonly OutputFile[],
  format: Format,
): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true })
  const names: string[] = []
  for (const file of files) {
    const name = nameOf(file, format)
    await writeWhole(join(folder, name), outputText(file, format))
    names.push(name)
  }
  return names
}

function nameOf({ kind, name }: OutputFile, format: Format): string {
  return kind === 'table' && format === 'json' ? name.replace(/\.csv$/, '.json') : name
}
