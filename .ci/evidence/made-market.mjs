import { drawGroups } from './draw-groups.mjs'

/**
 * @typedef {import('./draw.mjs').Draw} Draw
 * @typedef {import('./made-chain.mjs').MadeRows} MadeRows
 */

/** Of stores with gross errors, and of their cells. */
const outlierShare = 0.02
const wrongCells = 0.3
const noiseShare = 0.2
const heavyShare = 0.5
const heaviness = 0.6
/** What a column adds to its traits, against a spread of 1 within a group. */
const ownNoise = 0.5

/**
 * What surrounds the stores: groups differ in a few traits that nobody sees; columns see them, each
 * its own mixture, so that they go together. Some columns have a heavy tail, some are only noise,
 * and their units lie up to seven powers of ten apart.
 * @param {Draw} draw
 * @param {number} mostStores
 * @returns {MadeRows}
 */
export function makeMarket(draw, mostStores) {
  const { groups, nGroups } = drawGroups(draw, mostStores)
  const nTraits = draw.integer(3, 6)
  const apart = draw.between(2.5, 4)
  const centers = Array.from({ length: nGroups }, () =>
    Array.from({ length: nTraits }, () => apart * draw.normal()),
  )
  const columns = Array.from({ length: draw.integer(8, 29) }, () => drawColumn(draw, nTraits))
  const rows = groups.map((group) => {
    const traits = (centers[group] ?? []).map((center) => center + draw.normal())
    const isWrong = draw.happens(outlierShare)
    return columns.map((column) => {
      const error = isWrong && draw.happens(wrongCells) ? draw.scale(10, 100) : 1
      return error * cellOf(column, traits, draw)
    })
  })
  return { rows, groups, nGroups }
}

/**
 * @param {Draw} draw
 * @param {number} nTraits
 */
function drawColumn(draw, nTraits) {
  const isNoise = draw.happens(noiseShare)
  const weights = Array.from({ length: nTraits }, () => draw.normal() / Math.sqrt(nTraits))
  return {
    unit: draw.scale(0.1, 1e6),
    isHeavy: draw.happens(heavyShare),
    weights: isNoise ? [] : weights,
    ownNoise: isNoise ? 1 : ownNoise,
  }
}

/**
 * @param {ReturnType<typeof drawColumn>} column
 * @param {readonly number[]} traits
 * @param {Draw} draw
 */
function cellOf({ unit, isHeavy, weights, ownNoise }, traits, draw) {
  const seen = weights.reduce((sum, weight, t) => sum + weight * (traits[t] ?? 0), 0)
  const value = seen + ownNoise * draw.normal()
  return unit * (isHeavy ? draw.exp(heaviness * value) : value)
}
