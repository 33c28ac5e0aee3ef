import type { Random } from '../math/random'

/**
 * Roughly normal, mean 0 and standard deviation 1: the sum of twelve uniform numbers less six.
 * Plain additions give the same bits in every engine, which `log` and `cos` do not promise.
 */
export function drawNormal(random: Random): number {
  let sum = -6
  for (let i = 0; i < 12; i++) sum += random.next()
  return sum
}

export function drawOne<T>(random: Random, items: readonly T[]): T {
  return items[random.nextInt(items.length)]
}

export function drawChance(random: Random, probability: number): boolean {
  return random.next() < probability
}
