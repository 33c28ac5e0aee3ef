import type { AssetFailure } from '../assets/failure'
import { answerOfFaults, faultLine, jsonLine } from './answer'
import { compare } from './commands/compare'
import { bundle } from './commands/bundle'
import { create } from './commands/create'
import { exportFiles } from './commands/export'
import { list } from './commands/list'
import { read } from './commands/read'
import { run } from './commands/run'
import { score } from './commands/score'
import { status } from './commands/status'
import { validate } from './commands/validate'
import { unknownKey } from '../config/fault'
import { exitCode, type ExitCode } from './exit-code'
import { InputError } from './input-error'
import type { Io } from './io'
import { usage } from './usage'

type Command = (args: readonly string[], io: Io) => Promise<ExitCode>

const commands: ReadonlyMap<string, Command> = new Map([
  ['run', run],
  ['read', read],
  ['validate', validate],
  ['list', list],
  ['status', status],
  ['export', exportFiles],
  ['create', create],
  ['bundle', bundle],
  ['compare', compare],
  ['score', score],
])

/** Runs one command; bad input is told line by line, and as the object of `--json` where asked. */
export async function runCommandLine(args: readonly string[], io: Io): Promise<ExitCode> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || args.includes('--help')) {
    io.out(usage)
    return name === undefined ? exitCode.badInput : exitCode.done
  }
  try {
    const command = commands.get(name)
    if (command === undefined) throw new InputError([unknownCommand(name)])
    return await command(rest, io)
  } catch (error) {
    const faults = error instanceof InputError ? error.faults : [unexpected(error)]
    for (const fault of faults) io.log(faultLine(fault))
    if (args.includes('--json')) io.out(jsonLine(answerOfFaults(faults)))
    return error instanceof InputError ? exitCode.badInput : exitCode.failed
  }
}

/** What the disk refused in the middle of the work, or a defect of this program. */
function unexpected(error: unknown): AssetFailure {
  if (!(error instanceof Error)) return { ...defect, message: String(error) }
  if (!('syscall' in error)) return { ...defect, message: error.stack ?? error.message }
  const path = 'path' in error ? String(error.path) : ''
  const hint = 'Check that the disk has room and that you may read and write there.'
  return { code: 'disk', message: error.message, path, hint }
}

const defect = {
  code: 'defect',
  path: '',
  hint: 'Run again; if it comes back, report this message.',
} as const

function unknownCommand(name: string) {
  const { hint } = unknownKey(name, [...commands.keys()])
  return { code: 'usage', message: `There is no command "${name}".`, path: '', hint }
}
