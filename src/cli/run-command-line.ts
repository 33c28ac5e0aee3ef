import { answerOfFaults, faultLine, jsonLine } from './answer'
import { create } from './commands/create'
import { exportFiles } from './commands/export'
import { list } from './commands/list'
import { read } from './commands/read'
import { run } from './commands/run'
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
    if (!(error instanceof InputError)) throw error
    for (const fault of error.faults) io.log(faultLine(fault))
    if (args.includes('--json')) io.out(jsonLine(answerOfFaults(error.faults)))
    return exitCode.badInput
  }
}

function unknownCommand(name: string) {
  const { hint } = unknownKey(name, [...commands.keys()])
  return { code: 'usage', message: `There is no command "${name}".`, path: '', hint }
}
