import { formatAmount, formatMoney, formatNumber, formatPercent } from '../../ui/number-format'

export type Money = {
  readonly title: string
  readonly matchedShare: number
  readonly matched: string
  readonly unmatched: string
  readonly exact: string
}

type SalesTable = {
  readonly reconciliation: {
    readonly money: number
    readonly moneyMatched: number
    readonly products: number
    readonly productsMatched: number
  }
}

/** Where the money of one category went: in need states, or in products without one. */
export function moneyOf({ reconciliation }: SalesTable, category: string | null): Money {
  const { money, moneyMatched, products, productsMatched } = reconciliation
  const share = money === 0 ? 0 : moneyMatched / money
  const lost = money - moneyMatched
  const nProducts = products - productsMatched
  const where = category === null ? '' : ` in ${category}`
  const exact = (value: number) => formatNumber(value, 2)
  return {
    title:
      nProducts === 0
        ? `All the money${where} has a need state`
        : `${formatPercent(share, 1)} of the money${where} has a need state`,
    matchedShare: share,
    matched: `${formatMoney(moneyMatched)} matched`,
    unmatched: nProducts === 0 ? '' : `${formatMoney(lost)}, ${formatAmount(nProducts, 'product')}`,
    exact: `${exact(money)} = ${exact(moneyMatched)} matched + ${exact(lost)} without a need state`,
  }
}
