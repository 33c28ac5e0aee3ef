import { log } from './elementary/log'

/**
 * Mean depth at which a random binary tree over `n` rows isolates a row, c(n) of Liu, Ting and
 * Zhou 2008 (equation 1): 0 for one row, 1 for two.
 */
export function averagePathLength(n: number): number {
  if (n <= 1) return 0
  if (n === 2) return 1
  return 2 * (log(n - 1) + eulerGamma) - (2 * (n - 1)) / n
}

const eulerGamma = 0.5772156649015329
