/** 10^n of a whole n from -22 to 22, the nearest double: the same bits on every engine. */
export function powerOfTen(n: number): number {
  let power = 1
  for (let i = 0; i < Math.abs(n); i++) power *= 10
  return n < 0 ? 1 / power : power
}
