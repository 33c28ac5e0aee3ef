import type { Definition, Inputs } from '../assets/definition'
import { AssetError } from '../assets/failure'
import { isValueOf } from '../assets/is-value-of'
import type { Report, Role, SourceReader } from '../assets/source'
import type { FanIn } from '../assets/spec'
import { compareText } from '../table/compare-text'
import { assetId } from './address'
import type { ValueCache } from './cache/value-cache'
import type { CheckRecord, FileHandle } from './contract'
import { failureOf } from './failure-of'
import { openSource } from './open-source'
import type { SharedPieces } from './pieces/piece'
import { rowCountOf } from './row-count'
import type { AssetTask, TaskInput, TaskLine, TaskResult } from './task'

export type ComputePorts = {
  readonly cache: Pick<ValueCache, 'read' | 'write'>
  readonly definitions: ReadonlyMap<string, Definition>
  /** The bytes behind a handle: a posted Blob, or a file of the command line. */
  readonly openFile: (file: FileHandle) => Blob | Promise<Blob>
  readonly report: Report
  /** Where pieces of the task are put up for other threads; absent where there are none. */
  readonly board?: SharedPieces
  /** Bytes that an asset may hold beside its inputs; the result does not depend on it. */
  readonly memoryBudget: number
  /** Milliseconds of a clock that never goes back. */
  readonly now: () => number
}

/** Progress is told at most this often, in milliseconds. */
const reportEvery = 100

/**
 * Computes one asset of one partition: reads its inputs, calls its definition, runs its checks and
 * writes value and checks as one entry. Expected failures come back as data, and so do defects,
 * with the asset named.
 */
export async function computeAsset(task: AssetTask, ports: ComputePorts): Promise<TaskResult> {
  const start = ports.now()
  const elapsed = () => ports.now() - start
  const log: TaskLine[] = []
  try {
    const definition = definitionOf(task, ports)
    const inputs = await readInputs(task, ports)
    const readers = await openSources(task, ports)
    const value = await definition.compute(inputs, task.params, {
      partition: task.partition,
      sources: (role) => readers.get(role) ?? [],
      report: throttle(ports),
      memoryBudget: ports.memoryBudget,
      baseline: await readBaseline(task, definition, ports),
      overrides: task.overrides,
      log: (level, message) => log.push({ at: elapsed(), level, message }),
    })
    const rows = rowCountOf(value)
    const checks = runChecks(definition, value, inputs)
    const { partsIn } = definition.spec
    const parts = partsIn === undefined ? {} : { partsIn }
    await ports.cache.write(task.address, { value, rows, checks, ...parts })
    return { ok: true, ms: elapsed(), rows, checks, log }
  } catch (error) {
    return { ok: false, ms: elapsed(), failure: failureOf(task, error), log }
  }
}

function definitionOf(task: AssetTask, { definitions }: ComputePorts): Definition {
  const definition = definitions.get(task.key)
  if (definition === undefined) throw new Error(`${task.key} has no definition`)
  return definition
}

async function readInputs(task: AssetTask, ports: ComputePorts): Promise<Inputs> {
  const entries: [string, unknown][] = []
  for (const input of task.inputs) entries.push([input.name, await readInput(input, task, ports)])
  return Object.fromEntries(entries)
}

async function readInput(
  { fanIn, refs }: TaskInput,
  task: AssetTask,
  { cache }: ComputePorts,
): Promise<unknown> {
  const values: { partition: string; value: unknown }[] = []
  // Of an input that all partitions share, only what is for this one is read.
  const own = task.partition === null ? undefined : [task.partition]
  for (const { partition, address } of refs) {
    const entry = await cache.read(address, partition === null ? own : undefined)
    if (entry === null) throw new AssetError(lostInput(task, address))
    values.push({ partition: partition ?? '', value: entry.value })
  }
  if (!fanIn) return values[0]?.value
  const all: FanIn<unknown> = values.toSorted((a, b) => compareText(a.partition, b.partition))
  return all
}

async function readBaseline(
  task: AssetTask,
  { spec }: Definition,
  { cache }: ComputePorts,
): Promise<unknown> {
  if (task.baseline === null) return null
  const entry = await cache.read(task.baseline)
  if (entry === null) throw new AssetError(lostBaseline(task, task.baseline))
  if (!isValueOf(spec, entry.value)) throw new AssetError(oldBaseline(task))
  return entry.value
}

async function openSources(
  task: AssetTask,
  { openFile, board }: ComputePorts,
): Promise<ReadonlyMap<Role, readonly SourceReader[]>> {
  const readers = new Map<Role, SourceReader[]>()
  for (const source of task.sources) {
    const reader = openSource(source, await openFile(source.file), { openFile, board })
    readers.set(source.role, [...(readers.get(source.role) ?? []), reader])
  }
  return readers
}

function runChecks({ spec, checks }: Definition, value: unknown, inputs: Inputs) {
  return spec.checks.map((check: Definition['spec']['checks'][number]): CheckRecord => {
    const run = checks[check.name]
    if (run === undefined) throw new Error(`check ${check.name} has no function`)
    const { name, description, severity, blocking, next } = check
    return { name, description, severity, blocking, next, ...run(value, inputs) }
  })
}

/** The first report, then one a `reportEvery`, and always the last. */
function throttle({ report, now }: ComputePorts): ComputePorts['report'] {
  let last = -Infinity
  return (done, total, unit) => {
    if (done < total && now() - last < reportEvery) return
    last = now()
    report(done, total, unit)
  }
}

function lostInput(task: AssetTask, address: string) {
  return {
    code: 'input_lost',
    message: `${assetId(task)} could not read ${address}: it is no longer stored.`,
    path: assetId(task),
    hint: 'Run again: what is missing is made anew.',
  }
}

function lostBaseline(task: AssetTask, address: string) {
  return {
    code: 'baseline_lost',
    message: `${assetId(task)} carries ids on from the baseline run, but ${address} is no longer stored.`,
    path: assetId(task),
    hint: 'Choose another run as the baseline, or none.',
  }
}

function oldBaseline(task: AssetTask) {
  return {
    code: 'baseline_outdated',
    message: `${assetId(task)} cannot carry ids on: an earlier version of the app made the baseline run.`,
    path: assetId(task),
    hint: 'Run the settings of the baseline anew and choose that run as the baseline, or none.',
  }
}
