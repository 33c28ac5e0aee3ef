import type { Checks } from '../../spec'
import { type Inputs, totalName } from './compute'
import type { internalSalesByCategory, SalesByCategory } from './spec'

const mostUnmatched = 0.01
const cent = 0.01

export const checks: Checks<typeof internalSalesByCategory, Inputs> = {
  unmatched_sales: ({ reconciliation, unmatchedProducts }, { sales }) => {
    const { money, moneyMatched } = reconciliation
    const unmatched = toDecimals(money - moneyMatched, sales.decimals)
    const share = money === 0 ? 0 : Math.abs(unmatched) / Math.abs(money)
    return {
      passed: share <= mostUnmatched,
      metadata: { share, money: unmatched, products: unmatchedProducts.length },
    }
  },
  some_sales_matched: ({ reconciliation: { money, moneyMatched, productsMatched } }) => ({
    passed: productsMatched > 0,
    metadata: { money, matched: moneyMatched },
  }),
  money_conserved: (value) => {
    const { moneyMatched, moneyExcluded } = value.reconciliation
    const difference = moneyInShares(value) + moneyExcluded - moneyMatched
    return { passed: Math.abs(difference) < cent / 2, metadata: { difference } }
  },
  no_negative_shares: ({ nNegativeShares }) => ({
    passed: nNegativeShares === 0,
    metadata: { negative_shares: nNegativeShares },
  }),
}

/** A difference of amounts of the file has no more decimals than they have. */
function toDecimals(amount: number, decimals: number): number {
  return Math.round(amount * 10 ** decimals) / 10 ** decimals
}

/** The money that the published shares stand for, from shares and totals alone. */
function moneyInShares({ columns, labels }: SalesByCategory): number {
  const totals = columns.find(({ name }) => name === totalName)
  if (totals?.type !== 'number') return 0
  let money = 0
  for (const column of columns)
    if (column.type === 'number' && !labels.includes(column.name))
      column.values.forEach((share, i) => (money += (share / 100) * totals.values[i]))
  return money
}
