import { builtModules } from '../built-modules.mjs'

/**
 * The modules that make chains and answer, as they are shipped.
 * @typedef {object} EvidenceCode
 * @property {typeof import('../../src/math/random')} random
 * @property {typeof import('../../src/math/elementary/exp')} exp
 * @property {typeof import('../../src/math/elementary/log')} log
 * @property {typeof import('../../src/math/elementary/sin-cos')} sinCos
 * @property {typeof import('../../src/math/adjusted-rand-index')} adjustedRandIndex
 * @property {typeof import('../../src/assets/definitions')} definitions
 * @property {typeof import('../../src/assets/guess-role')} guessRole
 * @property {typeof import('../../src/config/configuration')} configuration
 * @property {typeof import('../../src/files/digest')} digest
 * @property {typeof import('../../src/files/inspect')} inspect
 * @property {typeof import('../../src/runs/address')} address
 * @property {typeof import('../../src/runs/cache/memory-cache')} memoryCache
 * @property {typeof import('../../src/runs/cache/memory-run-store')} memoryRunStore
 * @property {typeof import('../../src/runs/compute-asset')} computeAsset
 * @property {typeof import('../../src/runs/materialize')} materialize
 */

/** @type {Readonly<Record<keyof EvidenceCode, string>>} */
const paths = {
  random: 'math/random',
  exp: 'math/elementary/exp',
  log: 'math/elementary/log',
  sinCos: 'math/elementary/sin-cos',
  adjustedRandIndex: 'math/adjusted-rand-index',
  definitions: 'assets/definitions',
  guessRole: 'assets/guess-role',
  configuration: 'config/configuration',
  digest: 'files/digest',
  inspect: 'files/inspect',
  address: 'runs/address',
  memoryCache: 'runs/cache/memory-cache',
  memoryRunStore: 'runs/cache/memory-run-store',
  computeAsset: 'runs/compute-asset',
  materialize: 'runs/materialize',
}

/** @returns {Promise<ReadonlyMap<string, string>>} where the modules are, built where that is needed */
export function evidenceModules() {
  const set = { name: 'evidence-code', paths, listedIn: '.ci/evidence/evidence-code.mjs' }
  return builtModules(set)
}

/**
 * @param {ReadonlyMap<string, string>} modules
 * @returns {Promise<EvidenceCode>}
 */
export async function loadEvidenceCode(modules) {
  const loaded = [...modules].map(async ([name, address]) => {
    return /** @type {const} */ ([name, await import(address)])
  })
  return /** @type {EvidenceCode} */ (Object.fromEntries(await Promise.all(loaded)))
}

/**
 * @param {EvidenceCode} code
 * @returns {import('./draw.mjs').Chance}
 */
export function chanceOf({ random, exp, log, sinCos }) {
  return { createRandom: random.createRandom, exp: exp.exp, log: log.log, cos: sinCos.cos }
}
