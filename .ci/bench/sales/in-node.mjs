import { availableParallelism } from 'node:os'
import { answer } from './child-answer.mjs'
import { digestOf } from './digest-of-sums.mjs'
import { salesModules } from './sales-modules.mjs'

/**
 * A process of its own, for its memory is measured: `in-node.mjs SALES MAP`. The same job on one
 * thread by the modules of the engine: profile of the file, sums, shares of every category.
 */
const addresses = await salesModules()
const load = async (/** @type {string} */ name) => import(addresses.get(name) ?? '')
const { definitions } = await load('definitions')
const { FileBlob } = await load('fileBlob')
const { guessRole } = await load('guessRole')
const { inspectFile } = await load('inspect')
const { nodeHash } = await load('nodePorts')
const { openSource } = await load('openSource')

const [sales = '', map = ''] = process.argv.slice(2)
const start = performance.now()
const sources = [await sourceOf('sales', sales), await sourceOf('product_map', map)]
const profiled = performance.now()
const mapping = await compute('internal_product_category_mapping', {})
const raw = await compute('internal_raw_sales_data', { mapping })
const summed = performance.now()
for (const { name } of raw.categories)
  await compute('internal_sales_by_category', { sales: raw, mapping }, name)
const ms = performance.now() - start
answer({
  ms,
  parts: { profile: profiled - start, sums: summed - profiled, shares: start + ms - summed },
  nCores: availableParallelism(),
  digest: digestOf(raw),
})

/**
 * @param {string} role
 * @param {string} path
 */
async function sourceOf(role, path) {
  const blob = new FileBlob(path)
  const inspection = await inspectFile(path, blob, { createHash: nodeHash })
  if (!inspection.ok) throw new Error(inspection.failure.message)
  const { profile } = inspection
  const { columns } = guessRole(path, profile.columns, profile.nRows)
  const file = { kind: 'path', name: path, path }
  return { id: role, role, name: path, file, profile, columns }
}

/**
 * @param {string} key
 * @param {object} inputs
 * @param {string | null} partition
 */
async function compute(key, inputs, partition = null) {
  const definition = definitions.get(key)
  const params = Object.fromEntries(
    Object.entries(definition.spec.params).map(([name, param]) => [
      name,
      /** @type {{ readonly default: unknown }} */ (param).default,
    ]),
  )
  return definition.compute(inputs, params, {
    partition,
    sources: (/** @type {string} */ role) =>
      sources
        .filter((source) => source.role === role)
        .map((source) => openSource(source, new FileBlob(source.name), { openFile })),
    report: () => undefined,
    baseline: null,
    overrides: [],
    log: () => undefined,
    memoryBudget: 2 ** 32,
  })
}

/** @param {{ readonly path: string }} file */
function openFile({ path }) {
  return new FileBlob(path)
}
