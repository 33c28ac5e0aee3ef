import { expect, test } from 'vitest'
import { signOf } from './sign-of'

test.each([
  ['the largest loading is positive', [1, -2, 3], 1],
  ['the largest loading is negative', [1, -3, 2], -1],
  ['of a tie the first decides', [-2, 2], -1],
  ['rounding is a tie', [2, -2 * (1 + 1e-12)], 1],
  ['more than rounding is none', [2, -2 * (1 + 1e-6)], -1],
  ['all are 0', [0, 0], 1],
])('signOf(loadings): %s', (_, loadings, sign) => {
  expect(signOf(loadings)).toBe(sign)
})
