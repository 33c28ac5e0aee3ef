import { describe, expect, it } from 'vitest'
import { chiSquaredQuantile } from './chi-squared-quantile'

/** scipy.stats.chi2.ppf. */
const known = [
  [1e-6, 1, 1.5707963267957187e-12],
  [0.001, 4, 0.09080403553897909],
  [0.5, 1, 0.454936423119572],
  [0.5, 2, 1.386294361119891],
  [0.975, 1, 5.023886187314888],
  [0.975, 6, 14.44937533544792],
  [0.975, 47, 67.82064698425245],
  [0.5, 300, 299.33359734921805],
] as const

describe('chiSquaredQuantile(share, degrees)', () => {
  it.each(known)('%d of %i degrees of freedom is %d', (share, degrees, value) => {
    expect(Math.abs(chiSquaredQuantile(share, degrees) / value - 1)).toBeLessThan(1e-13)
  })

  it('is finite for as many columns as a table may have', () => {
    const value = chiSquaredQuantile(0.975, 5000)
    expect(value).toBeGreaterThan(5000)
    expect(value).toBeLessThan(5300)
  })
})
