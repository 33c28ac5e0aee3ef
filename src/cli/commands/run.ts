import { resolve } from 'node:path'
import { answerOf, countsLine, faultLine, jsonLine, warningLines } from '../answer'
import { configurationOptions, jsonOption, outOption, readArguments, required } from '../arguments'
import { type ExitCode, exitCodeOf } from '../exit-code'
import { InputError, usageError } from '../input-error'
import type { Io } from '../io'
import { loadConfiguration } from '../load-configuration'
import { makeAndPublish } from '../make-and-publish'
import { makeFolder } from '../make-folder'
import { storageOf } from '../node-ports'
import { openSources } from '../open-sources'
import { defaultWorkers } from '../run-engine'

const options = {
  ...configurationOptions,
  ...outOption,
  ...jsonOption,
  workers: { type: 'string' },
} as const

/** `run JOB|SELECTION --out DIR`: materialises what is stale and writes the files of the run. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, options)
  const selection = positionals.join(',')
  if (selection === '') throw usageError('Say what to run.', 'For example: run full_pipeline_job')
  const workers = values.workers === undefined ? defaultWorkers() : readWorkers(values.workers)
  const folder = resolve(io.cwd, required(values.out, '--out'))
  const storage = storageOf(folder)
  await makeOutput(folder, storage.folder)
  const loaded = await loadConfiguration(values, io.cwd)
  const sources = await openSources(values, loaded, io)
  const request = { selection, sources, configuration: loaded.configuration }
  const to = { folder, storage, workers, environment: values.env ?? null, io }
  const { record, files } = await makeAndPublish(request, to)
  for (const line of warningLines(record.assets)) io.log(line)
  for (const error of record.errors) io.log(faultLine(error))
  if (values.json === true) io.out(jsonLine(answerOf(record, files)))
  else io.out(summaryOf(record, files))
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

function readWorkers(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count
  throw usageError(`--workers is "${text}".`, 'Write a whole number from 1 to 64.')
}
