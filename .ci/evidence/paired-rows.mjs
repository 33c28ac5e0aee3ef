/**
 * @typedef {import('./our-answers.mjs').Answer} Answer
 * @typedef {import('./made-chain.mjs').MadeChain} MadeChain
 * @typedef {Pick<MadeChain, 'name' | 'kind' | 'nGroups'>} KnownChain
 *
 * @typedef {object} Figure
 * @property {number} mean
 * @property {number} error standard error of the mean
 *
 * @typedef {object} Side
 * @property {number} kFound share of the chains whose k was found
 * @property {Figure} ari
 *
 * @typedef {object} Row
 * @property {string} kind
 * @property {string} preparation
 * @property {string} rule
 * @property {number} nChains
 * @property {Side} ours
 * @property {Side | null} theirs
 * @property {Figure | null} difference of the index, ours less theirs, chain by chain
 */

/** How far below scikit-learn's a mean may be. */
const allowed = 0.02

/**
 * A row per kind of chain, preparation and rule, in the order of the chains and of their answers. A
 * chain counts once, with the mean over the seeds that it was answered with.
 * @param {readonly KnownChain[]} chains
 * @param {readonly Answer[]} ours
 * @param {readonly Answer[] | null} theirs of the same chains
 * @returns {readonly Row[]}
 */
export function pairedRows(chains, ours, theirs) {
  /** @type {Map<string, Row>} */
  const rows = new Map()
  for (const { name, kind } of chains)
    for (const { preparation, rule } of ours.filter(({ chain }) => chain === name)) {
      const key = JSON.stringify([kind, preparation, rule])
      if (!rows.has(key))
        rows.set(key, rowOf({ kind, preparation, rule }, chains, { ours, theirs }))
    }
  return [...rows.values()]
}

/**
 * @param {Pick<Row, 'kind' | 'preparation' | 'rule'>} of
 * @param {readonly KnownChain[]} chains
 * @param {{ readonly ours: readonly Answer[], readonly theirs: readonly Answer[] | null }} answers
 * @returns {Row}
 */
function rowOf({ kind, preparation, rule }, chains, { ours, theirs }) {
  const judged = chains.filter((chain) => chain.kind === kind)
  const meansOf = (/** @type {readonly Answer[]} */ answers) => {
    const asked = answers.filter((own) => own.preparation === preparation && own.rule === rule)
    return judged.map((chain) => meanOverSeeds(chain, asked))
  }
  const own = meansOf(ours)
  const others = theirs && meansOf(theirs)
  return {
    kind,
    preparation,
    rule,
    nChains: judged.length,
    ours: sideOf(own),
    theirs: others && sideOf(others),
    difference: others && figureOf(own.map(({ ari }, i) => ari - (others[i]?.ari ?? NaN))),
  }
}

/**
 * @param {KnownChain} chain
 * @param {readonly Answer[]} answers
 * @throws {Error} where a chain has no answer: nothing to pair
 */
function meanOverSeeds({ name, nGroups }, answers) {
  const own = answers.filter(({ chain }) => chain === name)
  if (own.length === 0) throw new Error(`There is no answer for ${name}.`)
  return {
    kFound: own.filter(({ k }) => k === nGroups).length / own.length,
    ari: own.reduce((sum, { ari }) => sum + ari, 0) / own.length,
  }
}

/**
 * @param {Row} row
 * @returns {boolean} whether scikit-learn finds the groups clearly better
 */
export function isBelow({ difference }) {
  return difference !== null && !(difference.mean >= -allowed)
}

/**
 * @param {readonly { readonly kFound: number, readonly ari: number }[]} means
 * @returns {Side}
 */
function sideOf(means) {
  const kFound = means.reduce((sum, mean) => sum + mean.kFound, 0) / means.length
  return { kFound, ari: figureOf(means.map(({ ari }) => ari)) }
}

/**
 * @param {readonly number[]} values
 * @returns {Figure}
 */
function figureOf(values) {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, error: Math.sqrt(squares / (n - 1) / n) }
}
