/** A chain whose groups are known: rows of features, and the group of each store. */
export type MadeUpChain = {
  readonly rows: readonly (readonly number[])[]
  readonly groups: Int32Array
  readonly nGroups: number
}

export type Draw = {
  readonly uniform: () => number
  readonly normal: () => number
  readonly integer: (least: number, most: number) => number
}

/** Mulberry32 and Box-Muller: a generator of the tests' own, so that they do not test themselves. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0
  const uniform = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    integer: (least, most) => least + Math.floor(uniform() * (most - least + 1)),
  }
}

const outlierShare = 0.02

/**
 * Shares of sales per need state in percent, summed from SKUs: every group buys its own mix, stores
 * differ in size, SKUs in luck; 2 % of the stores sell almost nothing but one need state.
 */
export function makeShares(seed: number): MadeUpChain {
  const draw = createDraw(seed)
  const { groups, nGroups } = drawGroups(draw)
  const nNeedStates = draw.integer(8, 29)
  const skus = Array.from({ length: nNeedStates }, () => draw.integer(3, 12))
  const chainMix = skus.map(() => Math.exp(draw.normal()))
  const mixes = Array.from({ length: nGroups }, () =>
    chainMix.map((part) => part * Math.exp(0.7 * draw.normal())),
  )
  const rows = Array.from(groups, (group) => {
    const size = Math.exp(10 + 0.7 * draw.normal())
    const isOutlier = draw.uniform() < outlierShare
    const flooded = draw.integer(0, nNeedStates - 1)
    const sales = mixes[group].map((part, j) => {
      const boost = isOutlier && j === flooded ? 50 : 1
      return boost * size * part * meanLuck(draw, skus[j])
    })
    const total = sales.reduce((sum, value) => sum + value, 0)
    return sales.map((value) => (100 * value) / total)
  })
  return { rows, groups, nGroups }
}

function meanLuck(draw: Draw, nSkus: number): number {
  let sum = 0
  for (let s = 0; s < nSkus; s++) sum += Math.exp(0.6 * draw.normal())
  return sum / nSkus
}

/**
 * Market data: a few hidden traits per group seen through correlated, heavy-tailed columns in units
 * over seven powers of ten, columns of pure noise, and 2 % of stores with gross errors.
 */
export function makeMarket(seed: number): MadeUpChain {
  const draw = createDraw(seed)
  const { groups, nGroups } = drawGroups(draw)
  const nTraits = draw.integer(3, 6)
  const traits = Array.from({ length: nGroups }, () =>
    Array.from({ length: nTraits }, () => 3.5 * draw.normal()),
  )
  const columns = Array.from({ length: draw.integer(8, 29) }, (_, j) => ({
    isNoise: j % 5 === 4,
    isHeavy: j % 2 === 0,
    unit: 10 ** (7 * draw.uniform()),
    loadings: Array.from({ length: nTraits }, () => draw.normal() / Math.sqrt(nTraits)),
  }))
  const rows = Array.from(groups, (group) => {
    const own = traits[group].map((trait) => trait + draw.normal())
    const isOutlier = draw.uniform() < outlierShare
    return columns.map(({ isNoise, isHeavy, unit, loadings }) => {
      const signal = isNoise ? 0 : loadings.reduce((sum, loading, t) => sum + loading * own[t], 0)
      const value = signal + (isNoise ? 1 : 0.5) * draw.normal()
      const error = isOutlier && draw.uniform() < 0.3 ? 30 : 1
      return unit * error * (isHeavy ? Math.exp(0.8 * value) : value)
    })
  })
  return { rows, groups, nGroups }
}

/** 150 to 400 stores in 2 to 8 groups of unequal size, each with at least 12 stores. */
function drawGroups(draw: Draw): { readonly groups: Int32Array; readonly nGroups: number } {
  const nStores = draw.integer(150, 400)
  const nGroups = draw.integer(2, 8)
  const weights = Array.from({ length: nGroups }, () => 0.4 + draw.uniform())
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const groups: number[] = []
  weights.forEach((weight, group) => {
    const size = Math.max(12, Math.round((nStores * weight) / total))
    for (let i = 0; i < size; i++) groups.push(group)
  })
  return { groups: Int32Array.from(groups), nGroups }
}
