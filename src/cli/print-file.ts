import { isBinaryFormat } from '../files/export/table-format'
import type { OutputFile } from '../runs/outputs/output-file'
import { usageError } from './input-error'
import type { Io } from './io'
import { type Format, outputPieces } from './output-text'

/**
 * Writes a file to standard output.
 * @throws {InputError} for bytes where a person reads along
 */
export async function printFile(file: OutputFile, format: Format, io: Io): Promise<void> {
  if (io.isTerminal && isBinaryFormat(format))
    throw usageError(`A terminal cannot show ${format}.`, 'Name a file with --file.')
  for await (const piece of outputPieces(file, format))
    if (typeof piece === 'string') io.out(piece)
    else io.outBytes(piece)
}
