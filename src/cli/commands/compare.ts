import { writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { movesCsv } from '../../runs/compare/moves-csv'
import { answerOfFaults, jsonLine } from '../answer'
import { jsonOption, readArguments } from '../arguments'
import { readWorkers, workersOption } from '../workers'
import { comparisonAnswer } from '../comparison-answer'
import { comparisonLines } from '../comparison-lines'
import { exitCode, type ExitCode } from '../exit-code'
import { compareFolders, explainFolders, openFolder } from '../folder-comparison'
import { usageError } from '../input-error'
import type { Io } from '../io'
import { csvOf } from '../output-text'

const options = {
  ...jsonOption,
  ...workersOption,
  moves: { type: 'string' },
  why: { type: 'boolean' },
} as const

/** `compare DIR_A DIR_B`: what differs between the runs whose files lie in two folders. */
export async function compare(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, options)
  const [first, second, ...others] = positionals
  if (first === undefined || second === undefined || others.length > 0)
    throw usageError('Name two folders of earlier runs.', 'For example: compare before after')
  const workers = readWorkers(values.workers)
  const a = await openFolder(resolve(io.cwd, first))
  const b = await openFolder(resolve(io.cwd, second))
  const comparison = await compareFolders(a, b)
  const trials = values.why === true
  const explanation = await explainFolders(comparison, { a, b, trials, workers }, io)
  if (explanation === null) {
    if (values.json === true) io.out(jsonLine({ ...answerOfFaults([]), status: 'canceled' }))
    return exitCode.failed
  }
  if (values.moves !== undefined) {
    const text = csvOf(movesCsv(comparison, explanation))
    await writeFile(resolve(io.cwd, values.moves), text)
  }
  const folders = [first, second] as const
  if (values.json === true) io.out(jsonLine(comparisonAnswer(comparison, explanation, folders)))
  else io.out(`${comparisonLines(comparison, explanation, folders).join('\n')}\n`)
  return exitCode.done
}
