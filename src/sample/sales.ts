import { createRandom, type Random } from '../math/random'
import { type ChainStore, clamp } from './chain'
import { drawChance, drawNormal, drawOne } from './draw'
import { productsOf } from './product-map'
import { categories, type CategoryStory, places } from './story'

/** Sold in some stores, and unknown to the product map. */
export const unmatchedProduct = '199999'

/** One row a store and product; a few rows come twice, as they do in real extracts. */
export function makeSales(chain: readonly ChainStore[], seed: number) {
  const random = createRandom(seed, 2)
  const rows = chain.flatMap((store) =>
    categories
      .filter(({ name }) => name !== 'Beauty' || !isWithoutBeauty(store))
      .flatMap((category) => salesOf(store, category, random)),
  )
  return [
    ['STORE_NBR', 'SKU_NBR', 'CAT_DSC', 'TOTAL_SALES'],
    ...rows.flatMap((row, i) => (i % 240 === 7 ? [row, row] : [row])),
  ]
}

/** A few small campus shops sell no beauty products at all. */
function isWithoutBeauty({ place, size, isAirport }: ChainStore): boolean {
  return place === 'campus' && size < 0.48 && !isAirport
}

function salesOf(store: ChainStore, category: CategoryStory, random: Random): readonly string[][] {
  const shares = sharesOf(store, category, random)
  const total = category.volume * store.size * clamp(1 + 0.1 * drawNormal(random), 0.6, 1.5)
  const rows = shares.flatMap((share, needState) => {
    const amount = total * share
    if (amount < 150) return []
    const products = productsOf(category, needState)
    const first = drawOne(random, products)
    if (!drawChance(random, 0.12)) return [[first, amount] as const]
    const second = drawOne(random, products)
    return [[first, amount * 0.6] as const, [second, amount * 0.4] as const]
  })
  const sold = category.name === 'Health' && drawChance(random, 0.2)
  const unmatched = sold ? [[unmatchedProduct, 90 + 60 * random.next()] as const] : []
  return [...rows, ...unmatched].map(([product, amount]) => [
    store.id,
    product,
    category.name,
    amount.toFixed(2),
  ])
}

/** Shares of the need states, summing to 1: those of the store's group, give or take a fifth or so. */
function sharesOf(store: ChainStore, category: CategoryStory, random: Random): readonly number[] {
  const { groups, groupOf, needStates } = category
  // A few stores buy like another kind of place in one category: no two splits are the same.
  const place = drawChance(random, 0.05) ? drawOne(random, places) : store.place
  const usual = groups[groupOf[store.atStation && place === 'city' ? 'station' : place]]
  const last = needStates.length - 1
  const weights = usual.map((share, i) => {
    const around = share * clamp(1 + 0.18 * drawNormal(random), 0.3, 1.9)
    // Travellers buy one thing: the last need state of each category, ten times over.
    return store.isAirport && i === last ? 10 * around + 40 : around
  })
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}
