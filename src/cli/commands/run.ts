import { resolve } from 'node:path'
import { answerOf, countsLine, jsonLine } from '../answer'
import { configurationOptions, jsonOption, outOption, readArguments, required } from '../arguments'
import { dryRun, dryRunJson, dryRunText } from '../dry-run'
import { exitCode, type ExitCode, exitCodeOf } from '../exit-code'
import { InputError, usageError } from '../input-error'
import type { Io } from '../io'
import { makeFolder } from '../make-folder'
import { storageOf } from '../node-ports'
import { readBaseline } from '../read-baseline'
import { requestOf, runJob } from '../run-job'
import { watchJob } from '../watch-job'
import { readWorkers, workersOption } from '../workers'

const options = {
  ...configurationOptions,
  ...outOption,
  ...jsonOption,
  ...workersOption,
  baseline: { type: 'string' },
  'dry-run': { type: 'boolean' },
  watch: { type: 'boolean' },
} as const

/** `run JOB|SELECTION --out DIR`: materialises what is stale and writes the files of the run. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, options)
  const selection = positionals.join(',')
  if (selection === '') throw usageError('Say what to run.', 'For example: run full_pipeline_job')
  const workers = readWorkers(values.workers)
  const folder = resolve(io.cwd, required(values.out, '--out'))
  const storage = storageOf(folder)
  const isJson = values.json === true
  const isDry = values['dry-run'] === true
  if (!isDry) await makeOutput(folder, storage.folder)
  const baseline =
    values.baseline === undefined
      ? null
      : await readBaseline(resolve(io.cwd, values.baseline), isDry ? null : storage)
  const job = { selection, flags: values, folder, storage, workers, baseline }
  if (isDry) {
    const plan = await dryRun(await requestOf(job, io), storage)
    io.out(isJson ? dryRunJson(plan) : dryRunText(plan))
    return exitCode.done
  }
  if (values.watch === true) return watchJob(job, io, { isJson })
  const { record, files } = await runJob(job, io)
  io.out(isJson ? jsonLine(answerOf(record, files)) : summaryOf(record, files))
  return exitCodeOf(record)
}

function summaryOf(record: Parameters<typeof answerOf>[0], files: readonly string[]): string {
  const lines = [
    ...(record.assets.length === 0 ? [] : [countsLine(record.assets)]),
    `status ${record.status}`,
    ...(record.resultHash === null ? [] : [`result ${record.resultHash}`]),
    ...files.map((name) => `wrote ${name}`),
  ]
  return `${lines.join('\n')}\n`
}

/** Both folders that a run writes in; the second tells whether the first lets itself be written. */
async function makeOutput(path: string, inside: string): Promise<void> {
  await makeFolder(path)
    .then(() => makeFolder(inside))
    .catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error)
      const hint = 'Give another folder to --out.'
      throw new InputError([{ code: 'unwritable_folder', message, path, hint }])
    })
}
