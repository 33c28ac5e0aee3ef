import { makeChain } from './made-chain.mjs'

/**
 * @typedef {import('./build-code.mjs').Code} Code
 * @typedef {import('../../src/runs/contract').Source} Source
 * @typedef {import('../../src/runs/contract').RunEvent} RunEvent
 * @typedef {import('../../src/runs/contract').RunRecord} RunRecord
 */

/**
 * The engine over one made-up chain, values in memory, everything in this thread.
 * @param {Code} code
 * @param {import('./made-chain.mjs').ChainSize} size
 */
export async function openEngine(code, size) {
  const hash = await code.digest.createHasher()
  const sources = await Promise.all(makeChain(size).map((file) => sourceOf(code, file)))
  /** One kind of settings for all: `merging` is what changes. */
  const settingsOf = (/** @type {Readonly<Record<string, unknown>>} */ merging = {}) => ({
    sources,
    configuration: { ...code.configuration.emptyConfiguration, merging },
  })
  return { hash, settingsOf, createRunner: () => createRunner(code, hash) }
}

/**
 * @typedef {Pick<Code, 'memoryCache' | 'memoryRunStore' | 'materialize' | 'computeAsset' | 'definitions'>}
 *   RunnerCode
 */

/**
 * Runs with one cache of their own.
 * @param {RunnerCode} code
 * @param {(text: string) => string} hash
 */
export function createRunner(
  { memoryCache, memoryRunStore, materialize, computeAsset, definitions },
  hash,
) {
  const cache = memoryCache.createMemoryCache()
  const runs = memoryRunStore.createMemoryRunStore()
  let nRuns = 0
  /**
   * @param {{ readonly sources: readonly Source[],
   *   readonly configuration: import('../../src/config/configuration').Configuration,
   *   readonly selection?: string }} settings
   * @param {(event: RunEvent) => void} [emit]
   * @returns {Promise<RunRecord>}
   */
  const run = async (settings, emit = () => undefined) => {
    const request = { selection: 'full_pipeline_job', ...settings, runId: `run-${++nRuns}` }
    const record = await materialize.materialize(request, emit, {
      cache,
      runs,
      execute: (task, report) =>
        computeAsset.computeAsset(task, {
          cache,
          definitions: definitions.definitions,
          openFile,
          report,
          memoryBudget: Infinity,
          now: () => performance.now(),
        }),
      concurrency: 1,
      clock: Date.now,
      hash,
    })
    if (record.status !== 'success') throw new Error(record.errors[0]?.message ?? record.status)
    return record
  }
  return { run, addresses: () => cache.list(), read: cache.read }
}

/** @param {Source['file']} file */
function openFile(file) {
  if (file.kind === 'blob') return file.blob
  throw new Error(`${file.name} is no blob`)
}

/**
 * @param {Pick<Code, 'inspect' | 'guessRole'>} code
 * @param {import('./made-chain.mjs').MadeFile} made
 * @returns {Promise<Source>}
 */
export async function sourceOf({ inspect, guessRole }, { name, text }) {
  const blob = new Blob([text])
  const result = await inspect.inspectFile(name, blob)
  if (!result.ok) throw new Error(result.failure.message)
  const { profile } = result
  const { role, columns } = guessRole.guessRole(name, profile.columns, profile.nRows)
  return { id: name, name, role, columns, profile, file: { kind: 'blob', name, blob } }
}
