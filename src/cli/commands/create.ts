import { emptyConfiguration } from '../../config/configuration'
import { writtenOut } from '../../config/written-out'
import { writeConfiguration } from '../../config/yaml'
import { noPositionals, readArguments } from '../arguments'
import { exitCode, type ExitCode } from '../exit-code'
import type { Io } from '../io'
import { presetNamed } from '../load-configuration'

/** `create --preset NAME`: a configuration to start from, every setting written out. */
export async function create(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, { preset: { type: 'string' } })
  noPositionals(positionals)
  const preset = presetNamed(values.preset ?? 'recommended')
  io.out(writeConfiguration(writtenOut({ ...emptyConfiguration, preset })))
  return exitCode.done
}
