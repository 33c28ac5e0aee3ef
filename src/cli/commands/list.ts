import { specs } from '../../assets/specs'
import { jobs } from '../../runs/jobs'
import { jsonLine } from '../answer'
import { jsonOption, noPositionals, readArguments } from '../arguments'
import { exitCode, type ExitCode } from '../exit-code'
import type { Io } from '../io'

/** `list`: every job, and every asset with its group, upstream first. */
export async function list(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, jsonOption)
  noPositionals(positionals)
  const assets = specs.map(({ key, group, partitions, description }) => ({
    key,
    group,
    partitions,
    description,
  }))
  const names = [...jobs.keys()]
  if (values.json === true) io.out(jsonLine({ jobs: names, assets }))
  else io.out(`${[...names.map((name) => `job ${name}`), ...assets.map(lineOf)].join('\n')}\n`)
  return exitCode.done
}

function lineOf(asset: {
  readonly key: string
  readonly group: string
  readonly partitions: string
  readonly description: string
}): string {
  const { key, group, partitions, description } = asset
  const name = partitions === 'none' ? key : `${key}[${partitions}]`
  return `${group} ${name} ${description}`
}
