import { powerOfTen } from '../../../math/elementary/power-of-ten'
import { firstFew } from '../../first-few'
import { writtenAlike } from '../../id-matching'
import type { Checks } from '../../spec'
import { unmapped } from '../partition-names'
import type { CategorySales, internalRawSalesData, RawSales } from './spec'

export const checks: Checks<typeof internalRawSalesData, object> = {
  rows_conserved: (value) => {
    const used = value.categories.reduce((sum, { nRows }) => sum + nRows, 0)
    const filtered = value.filters.reduce((sum, { before, after }) => sum + before - after, 0)
    const rejected = countRejected(value)
    const metadata = { rows: value.nRows, used, filtered, rejected }
    return { passed: used + filtered + rejected === value.nRows, metadata }
  },
  money_conserved: (value) => {
    const summed = value.categories.reduce((sum, one) => sum + unitsIn(one, value), 0)
    const rejected = value.rejectedCounts.reduce((sum, { units }) => sum + units, 0)
    const inMoney = (units: number) => units / powerOfTen(value.decimals)
    return {
      passed: summed === value.totalUnits,
      metadata: {
        money: inMoney(value.totalUnits),
        in_categories: inMoney(summed),
        without_category: inMoney(unitsOf(value, unmapped)),
        rejected: inMoney(rejected),
      },
    }
  },
  rows_readable: (value) => {
    const rejected = countRejected(value)
    const reasons = value.rejectedCounts.map(({ reason, count }) => `${reason}: ${count}`)
    const first = value.rejected[0]
    return {
      passed: rejected === 0,
      metadata: {
        rejected,
        reasons: firstFew(reasons),
        first: first === undefined ? null : `row ${first.row}: ${first.text}`,
        rows: value.nRows,
      },
    }
  },
  categories_named: (value) => ({
    passed: value.nWithoutCategory === 0,
    metadata: {
      rows_without_category: value.nWithoutCategory,
      rows: value.nRows,
      money: unitsOf(value, unmapped) / powerOfTen(value.decimals),
    },
  }),
  products_written_alike: ({ ruleOffers }) => writtenAlike(ruleOffers),
}

function countRejected({ rejectedCounts }: RawSales): number {
  return rejectedCounts.reduce((sum, { count }) => sum + count, 0)
}

function unitsOf(value: RawSales, category: string): number {
  const one = value.categories.find(({ name }) => name === category)
  return one === undefined ? 0 : unitsIn(one, value)
}

/** From the sums of stores, which the shares are made of. */
function unitsIn({ units, unmatched }: CategorySales, { multiple }: RawSales): number {
  return sumOf(unmatched) + sumOf(units) / multiple
}

/** Of millions of cells: a call for each would take longer than all else here. */
function sumOf(units: Float64Array): number {
  let sum = 0
  for (let i = 0; i < units.length; i++) sum += units[i]
  return sum
}
