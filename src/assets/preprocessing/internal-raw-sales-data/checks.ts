import type { Checks } from '../../spec'
import type { internalRawSalesData, RawSales } from './spec'

export const checks: Checks<typeof internalRawSalesData, object> = {
  rows_reconciled: (value) => {
    const used = value.rows.reduce((sum, rows) => sum + rows, 0)
    const filtered = value.filters.reduce((sum, { before, after }) => sum + before - after, 0)
    const rejected = countRejected(value)
    const metadata = { rows: value.nRows, used, filtered, rejected }
    return { passed: used + filtered + rejected === value.nRows, metadata }
  },
  rejected_rows: (value) => {
    const rejected = countRejected(value)
    const byReason = value.rejectedCounts.map(({ reason, count }) => [reason, count] as const)
    return { passed: rejected === 0, metadata: { rejected, ...Object.fromEntries(byReason) } }
  },
  unmapped_category: ({ nWithoutCategory, nRows }) => ({
    passed: nWithoutCategory === 0,
    metadata: { rows_without_category: nWithoutCategory, rows: nRows },
  }),
}

function countRejected({ rejectedCounts }: RawSales): number {
  return rejectedCounts.reduce((sum, { count }) => sum + count, 0)
}
