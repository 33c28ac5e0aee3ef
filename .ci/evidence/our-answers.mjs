import { createRunner, sourceOf } from '../bench/chain-engine.mjs'
import { storeOf } from './made-chain.mjs'
import { preparations } from './preparations.mjs'

/**
 * @typedef {import('./made-chain.mjs').MadeChain} MadeChain
 * @typedef {Readonly<Record<string, unknown>>} Settings
 *
 * @typedef {'silhouette' | 'combined' | 'true k'} Rule
 *
 * @typedef {object} Answer
 * @property {string} chain
 * @property {number} seed
 * @property {string} preparation
 * @property {Rule} rule
 * @property {number} k
 * @property {number} ari adjusted Rand index to the groups, over all stores
 */

/** The default of the product; those of scikit-learn are the same. */
const firstSeed = 42

const placeOf = {
  shares: { role: /** @type {const} */ ('store_metrics'), branch: 'internal' },
  market: { role: /** @type {const} */ ('external'), branch: 'external' },
}

/**
 * What the pipeline answers for a chain, in each preparation and by each rule: the file is read, and
 * every asset made, as in a run of the product.
 * @param {import('./evidence-code.mjs').EvidenceCode} code
 * @param {MadeChain} chain
 * @param {number} nSeeds
 * @returns {Promise<readonly Answer[]>}
 */
export async function ourAnswers(code, chain, nSeeds) {
  const hash = await code.digest.createHasher()
  const runner = createRunner(code, hash)
  const { role, branch } = placeOf[chain.kind]
  const source = { ...(await sourceOf(code, { name: `${chain.name}.csv`, text: chain.csv })), role }
  const selection = `+${branch}_assign_clusters`
  const run = async (/** @type {Settings} */ job_params) => {
    const configuration = { ...code.configuration.emptyConfiguration, job_params }
    const { assets } = await runner.run({ sources: [source], configuration, selection })
    const valueOf = async (/** @type {string} */ stage) => {
      const asset = assets.find(({ key }) => key === `${branch}_${stage}`)
      if (asset === undefined) throw new Error(`${chain.name} has no ${stage}.`)
      const entry = await runner.read(code.address.addressOf(asset, asset.dataVersion ?? ''))
      return entry?.value
    }
    return {
      counts: /** @type {Counts} */ (await valueOf('optimal_cluster_counts')),
      ari: ariOf(code, chain, /** @type {Assigned} */ (await valueOf('assign_clusters'))),
    }
  }
  /** @type {Answer[]} */
  const answers = []
  for (const { name, settings, withTrueK } of preparations)
    for (let seed = firstSeed; seed < firstSeed + nSeeds; seed++) {
      const seeded = { ...settings[chain.kind], session_id: seed }
      const trueK = withTrueK ? chain.nGroups : null
      for (const found of await byEachRule(seeded, run, { trueK }))
        answers.push({ chain: chain.name, seed, preparation: name, ...found })
    }
  return answers
}

/**
 * @typedef {import('../../src/assets/model-training/optimal-cluster-counts/spec').OptimalClusterCounts} Counts
 * @typedef {import('../../src/assets/cluster-assignment/assign-clusters/spec').AssignedClusters} Assigned
 */

/**
 * The k that another rule picks is fitted alone: the same settings and k are the same clusters.
 * @param {Settings} settings
 * @param {(settings: Settings) => Promise<{ readonly counts: Counts, readonly ari: number }>} run
 * @param {{ readonly trueK: number | null }} known
 */
async function byEachRule(settings, run, { trueK }) {
  const { counts, ari } = await run(settings)
  const ariAt = async (/** @type {number} */ k) =>
    k === counts.k ? ari : (await run({ ...settings, ...fixedAt(k) })).ari
  const combined = counts.picks.find(({ criterion }) => criterion === 'combined')?.k ?? counts.k
  /** @type {{ rule: Rule, k: number, ari: number }[]} */
  const answers = [
    { rule: 'silhouette', k: counts.k, ari },
    { rule: 'combined', k: combined, ari: await ariAt(combined) },
  ]
  if (trueK !== null) answers.push({ rule: 'true k', k: trueK, ari: await ariAt(trueK) })
  return answers
}

/** @param {number} k */
function fixedAt(k) {
  return { k_rule: 'fixed', n_clusters: k, min_clusters: k, max_clusters: k }
}

/**
 * @param {import('./evidence-code.mjs').EvidenceCode} code
 * @param {MadeChain} chain
 * @param {Assigned} assigned
 */
function ariOf({ adjustedRandIndex }, { name, groups }, { storeIds, clusters }) {
  const clusterOf = new Map(storeIds.map((id, row) => [id, clusters[row] ?? 0]))
  if (clusterOf.size !== groups.length) throw new Error(`${name} lost stores.`)
  const found = Int32Array.from(groups, (_, row) => clusterOf.get(storeOf(row)) ?? 0)
  return adjustedRandIndex.adjustedRandIndex(Int32Array.from(groups), found)
}
