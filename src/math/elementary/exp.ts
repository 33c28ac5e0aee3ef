import { expOfParts } from './exp-of-parts'

/**
 * e^x, the same bits on every engine (`Math.exp` is not). Error under 1 unit in the last place;
 * Infinity above 709.78, 0 below -745.13.
 */
export function exp(x: number): number {
  return expOfParts(x, 0)
}
