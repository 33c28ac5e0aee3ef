import type { AssetFailure } from '../../assets/failure'
import type { Role } from '../../assets/source'
import { linesOfPlaceless } from '../../runs/placeless-overrides'
import { planRun, type RunSettings } from '../../runs/plan-run'
import { doubtsOf } from '../../runs/source-doubts'
import { answerOfFaults, faultLine, jsonLine } from '../answer'
import { configurationOptions, jsonOption, noPositionals, readArguments } from '../arguments'
import { doubtLines, faultsAmong } from '../doubt-lines'
import { exitCode, type ExitCode } from '../exit-code'
import { InputError } from '../input-error'
import type { Io } from '../io'
import { importLines } from '../import-lines'
import { loadConfiguration, type LoadedConfiguration } from '../load-configuration'
import { sha256 } from '../node-ports'
import { openSources } from '../open-sources'
import { runEngine } from '../run-engine'
import { withScratchStorage } from '../scratch-storage'

const options = { ...configurationOptions, ...jsonOption } as const

/** `validate --config FILE`: the configuration and its files, which are read and prepared. */
export async function validate(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, options)
  noPositionals(positionals)
  const { faults, imported } = await validated(values, io)
  for (const line of importLines(imported)) io.log(line)
  if (values.json === true)
    io.out(jsonLine({ ...answerOfFaults(faults), ...(imported === null ? {} : { imported }) }))
  else io.out(faults.length === 0 ? 'valid\n' : `${faults.map(faultLine).join('\n')}\n`)
  return faults.length === 0 ? exitCode.done : exitCode.badInput
}

type Flags = Parameters<typeof loadConfiguration>[0] & Parameters<typeof openSources>[0]

type Validated = {
  readonly faults: readonly AssetFailure[]
  readonly imported: LoadedConfiguration['imported']
}

async function validated(flags: Flags, io: Io): Promise<Validated> {
  try {
    const loaded = await loadConfiguration(flags, io.cwd)
    return { faults: await faultsOf(flags, loaded, io), imported: loaded.imported }
  } catch (error) {
    if (error instanceof InputError) return { faults: error.faults, imported: null }
    throw error
  }
}

/** What the files of a configuration are at fault for, and the two together. */
async function faultsOf(
  flags: Flags,
  loaded: LoadedConfiguration,
  io: Io,
): Promise<readonly AssetFailure[]> {
  try {
    const sources = await openSources(flags, loaded, io)
    if (sources.length === 0) return saysNothing(flags) ? [nothingToCheck] : []
    const { configuration } = loaded
    const doubts = doubtsOf(sources, configuration)
    for (const line of doubtLines(doubts.filter(({ severity }) => severity === 'warn')))
      io.log(line)
    const selection = selectionFor(new Set(sources.map(({ role }) => role)))
    const request = { selection, sources, configuration }
    const plan = planRun(request, { knownVersions: new Set(), hash: sha256 })
    if (!plan.ok) return [plan.failure]
    for (const { message } of linesOfPlaceless(plan.all, configuration))
      io.log(`warning ${message}`)
    return [...faultsAmong(doubts), ...(await faultsOfData(request, io))]
  } catch (error) {
    if (error instanceof InputError) return error.faults
    throw error
  }
}

/** Settings alone may be checked; without any there is nothing to call valid. */
function saysNothing({ config, preset, set = [] }: Flags): boolean {
  return config === undefined && preset === undefined && set.length === 0
}

const nothingToCheck: AssetFailure = {
  code: 'usage',
  message: 'There is no configuration and no file to check.',
  path: '',
  hint: 'Name a configuration with --config, or files with --sales, --product-map, --store-metrics or --external.',
}

/** What the files themselves are at fault for: they are read and prepared, and nothing is kept. */
async function faultsOfData(settings: RunSettings, io: Io): Promise<readonly AssetFailure[]> {
  const request = { ...settings, selection: preparing(settings.selection) }
  const { isCanceled } = io
  const made = await withScratchStorage((storage) =>
    runEngine(request, { storage, workers: 1, emit: () => undefined, isCanceled }),
  )
  return made.errors
}

function preparing(selection: string): string {
  const branches = ['internal', 'external'].filter(
    (branch) => selection === 'full_pipeline_job' || selection === `${branch}_ml_job`,
  )
  return branches.map((branch) => `${branch}_preprocessing_job`).join(',')
}

/** What these files are meant for: both branches, or the one that they belong to. */
function selectionFor(roles: ReadonlySet<Role>): string {
  const isInternal = roles.has('sales') || roles.has('product_map') || roles.has('store_metrics')
  if (isInternal && roles.has('external')) return 'full_pipeline_job'
  return isInternal ? 'internal_ml_job' : 'external_ml_job'
}
