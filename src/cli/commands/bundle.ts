import { resolve } from 'node:path'
import { noMark } from '../../runs/run-mark'
import type { Difference } from '../../runs/bundle/bundle'
import { expectedFailure } from '../../runs/failure-of'
import { makeBundle } from '../../runs/bundle/make-bundle'
import type { Baseline, RunRecord } from '../../runs/contract'
import { jsonLine } from '../answer'
import { configurationOptions, jsonOption, outOption, readArguments, required } from '../arguments'
import { checkBundle } from '../check-bundle'
import { exitCode, type ExitCode } from '../exit-code'
import { InputError, usageError } from '../input-error'
import type { Io } from '../io'
import { loadConfiguration } from '../load-configuration'
import { openFile, type Storage, storageOf } from '../node-ports'
import { openSources } from '../open-sources'
import { readBaseline } from '../read-baseline'
import { type PublishedRun, readPublishedRun } from '../published-run'
import { writePieces } from '../write-pieces'

const options = {
  ...configurationOptions,
  ...outOption,
  ...jsonOption,
  file: { type: 'string' },
  data: { type: 'boolean' },
  baseline: { type: 'string' },
  check: { type: 'string' },
} as const

type Values = ReturnType<typeof readArguments<typeof options>>['values']

/** `bundle --out DIR --file F` packs the last run; `bundle --check F` makes one anew and compares. */
export async function bundle(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, options)
  try {
    if (values.check !== undefined) return await check(values.check, positionals, { values, io })
    if (positionals.length > 0) throw usageError(`Unexpected "${positionals.join(' ')}".`)
    return await pack(values, io)
  } catch (error) {
    if (error instanceof InputError) throw error
    throw new InputError([expectedFailure(error)])
  }
}

async function pack(values: Values, io: Io): Promise<ExitCode> {
  const folder = resolve(io.cwd, required(values.out, '--out'))
  const path = resolve(io.cwd, required(values.file, '--file'))
  const storage = storageOf(folder)
  const published = await readPublishedRun(folder, storage)
  const { run } = published
  const request = {
    run,
    mark: noMark,
    log: [],
    baseline: await baselineOf(published, values.baseline, { io, storage }),
    sources: values.data === true ? await sourcesOf(run, values, io) : [],
  }
  await writePieces(path, makeBundle(request, { readAt: storage.readAt, openFile }))
  io.out(values.json === true ? jsonLine({ file: path }) : `wrote ${path}\n`)
  return exitCode.done
}

/**
 * What the folder remembers of the baseline, whose values were copied when the run was made. One of
 * an earlier version remembers nothing: then the folder of the baseline run is asked for.
 */
async function baselineOf(
  { run, baseline: remembered }: PublishedRun,
  folder: string | undefined,
  { io, storage }: { readonly io: Io; readonly storage: Storage },
): Promise<Baseline | null> {
  if (!run.baseline) return null
  if (folder === undefined) {
    if (remembered) return remembered
    throw usageError(
      'The run carried cluster ids on from a baseline.',
      'Give the folder of that run to --baseline, as for the run.',
    )
  }
  const path = resolve(io.cwd, folder)
  const named = await readBaseline(path, null)
  if (named.runId !== run.baseline.runId) throw new InputError([otherBaseline(path)])
  return readBaseline(path, storage)
}

function otherBaseline(path: string) {
  return {
    code: 'other_baseline',
    message: `The run in ${path} is not the one whose cluster ids were carried on.`,
    path,
    hint: 'Leave --baseline out, or give the folder of that run.',
  }
}

/** @throws {InputError} where a file is not the one that the run read */
async function sourcesOf(run: RunRecord, values: Values, io: Io) {
  const sources = await openSources(values, await loadConfiguration(values, io.cwd), io)
  const here = new Set(sources.map(({ profile }) => profile.digest))
  const missing = run.inputs.filter(({ digest }) => !here.has(digest))
  if (missing.length === 0) return sources
  throw new InputError(
    missing.map(({ name, digest }) => ({
      code: 'other_file',
      message: `The run read a ${name} of SHA-256 ${digest.slice(0, 12)}, which was not given.`,
      path: name,
      hint: 'Name the files of the run with --config or --sales, --product-map ..., or leave --data out.',
    })),
  )
}

async function check(
  file: string,
  files: readonly string[],
  { values, io }: { readonly values: Values; readonly io: Io },
): Promise<ExitCode> {
  const paths = files.map((path) => resolve(io.cwd, path))
  const { comparison, resultHash } = await checkBundle(resolve(io.cwd, file), paths, io)
  const { differences, nAssets, nStores } = comparison
  const isIdentical = differences.length === 0
  const answer = {
    identical: isIdentical,
    assets: nAssets,
    stores: nStores,
    result_hash: resultHash,
    differences,
  }
  const words = isIdentical
    ? [`identical: ${nAssets} assets, ${nStores} stores, result ${resultHash ?? 'none'}`]
    : [`not identical: ${differences.length} differences`, ...differences.map(differenceLine)]
  io.out(values.json === true ? jsonLine(answer) : `${words.join('\n')}\n`)
  return isIdentical ? exitCode.done : exitCode.failed
}

function differenceLine({ where, what, inBundle, here }: Difference): string {
  return `differs ${where}: ${what}: ${inBundle} in the bundle, ${here} here`
}
