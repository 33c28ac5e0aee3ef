import { powerOfTen } from '../../../math/elementary/power-of-ten'
import { firstFew } from '../../first-few'
import { wouldMatch } from '../../id-matching'
import type { Checks } from '../../spec'
import { asset, type Inputs, totalName } from './compute'
import type { internalSalesByCategory, SalesByCategory } from './spec'

const mostUnmatched = 0.01
const cent = 0.01

export const checks: Checks<typeof internalSalesByCategory, Inputs> = {
  sales_matched: ({ reconciliation, unmatchedProducts }, { sales }) => {
    const { money, moneyMatched } = reconciliation
    const unmatched = toDecimals(money - moneyMatched, sales.decimals)
    const share = money === 0 ? 0 : Math.abs(unmatched) / Math.abs(money)
    return {
      passed: share <= mostUnmatched,
      metadata: {
        share,
        money: unmatched,
        first: firstFew(unmatchedProducts.map(({ product }) => product)),
        products: unmatchedProducts.length,
      },
    }
  },
  some_sales_matched: ({ reconciliation, unmatchedProducts }, { sales }) => ({
    passed: reconciliation.productsMatched > 0,
    metadata: {
      money: reconciliation.money,
      matched: reconciliation.moneyMatched,
      first_unmatched: firstFew(unmatchedProducts.map(({ product }) => product)),
      would_match: wouldMatch(sales.ruleOffers),
    },
  }),
  money_conserved: (value) => {
    const { money, moneyMatched, moneyExcluded } = value.reconciliation
    const unmatched = value.unmatchedProducts.reduce((sum, product) => sum + product.money, 0)
    const lostInMatch = moneyMatched + unmatched - money
    const lostInShares = moneyInShares(value) + moneyExcluded - moneyMatched
    return {
      passed: isWithinCent(lostInMatch) && isWithinCent(lostInShares),
      metadata: {
        difference: lostInMatch + lostInShares,
        money,
        matched: moneyMatched,
        unmatched,
        excluded: moneyExcluded,
      },
    }
  },
  stores_conserved: ({ storeIds, excluded, reconciliation }) => {
    const here = excluded.filter((store) => store.asset === asset).length
    const distinct = new Set([...storeIds, ...excluded.map(({ storeId }) => storeId)]).size
    return {
      passed:
        storeIds.length + here === reconciliation.stores &&
        distinct === storeIds.length + excluded.length,
      metadata: {
        stores_in: reconciliation.stores + excluded.length - here,
        stores_out: storeIds.length,
        excluded: excluded.length,
        first_excluded: firstFew(excluded.map(({ storeId }) => storeId)),
      },
    }
  },
  no_negative_shares: (value) => ({
    passed: value.nNegativeShares === 0,
    metadata: { negative_shares: value.nNegativeShares, first: firstFew(negativeCells(value)) },
  }),
}

/** A difference of amounts of the file has no more decimals than they have. */
function toDecimals(amount: number, decimals: number): number {
  return Math.round(amount * powerOfTen(decimals)) / powerOfTen(decimals)
}

function isWithinCent(difference: number): boolean {
  return Math.abs(difference) < cent / 2
}

/** The money that the published shares stand for, from shares and totals alone. */
function moneyInShares(value: SalesByCategory): number {
  const totals = value.columns.find(({ name }) => name === totalName)
  if (totals?.type !== 'number') return 0
  let money = 0
  for (const { values } of sharesOf(value))
    for (let i = 0; i < values.length; i++) money += (values[i] / 100) * totals.values[i]
  return money
}

function negativeCells(value: SalesByCategory): readonly string[] {
  return sharesOf(value).flatMap(({ name, values }) =>
    value.storeIds.filter((_, row) => values[row] < 0).map((id) => `${name} of store ${id}`),
  )
}

function sharesOf({ columns, labels }: SalesByCategory) {
  return columns.flatMap((column) =>
    column.type === 'number' && !labels.includes(column.name) ? [column] : [],
  )
}
