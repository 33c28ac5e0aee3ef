import { describe, expect, test } from 'vitest'
import type { AssetRecord, CheckRecord } from '../runs/contract'
import { warningLines } from './answer'

const check: CheckRecord = {
  name: 'sales_matched',
  description: 'At most 1 % of the money lies in products without a need state.',
  severity: 'warn',
  blocking: false,
  passed: false,
  metadata: { share: 0.2, first: 'P7, P9' },
  next: 'Add the products that are named here to the product map.',
}
const recordOf = (...checks: readonly CheckRecord[]): AssetRecord => ({
  key: 'internal_sales_by_category',
  partition: 'Tea',
  codeVersion: '1',
  dataVersion: 'v',
  status: 'success',
  cached: false,
  ms: 1,
  rows: 1,
  checks,
  failure: null,
})

describe('warningLines(assets)', () => {
  test('say what was expected, what was found, and the next step', () => {
    expect(warningLines([recordOf(check)])).toEqual([
      'warning internal_sales_by_category[Tea].sales_matched does not hold: At most 1 % of the money lies in products without a need state. (share 0.2, first P7, P9) Add the products that are named here to the product map.',
    ])
  })

  test('leave out what passed, and what stopped the run: that is an error', () => {
    const others = [
      { ...check, passed: true },
      { ...check, blocking: true },
    ]
    expect(warningLines([recordOf(...others)])).toEqual([])
  })

  test('read a record of an earlier version, which has no next step', () => {
    const { next: _, ...old } = { ...check, metadata: {} }
    expect(warningLines([recordOf(old)])[0]).toMatch(/without a need state\.$/)
  })
})
