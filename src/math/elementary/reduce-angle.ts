import { exponentOf, scaleByPowerOfTwo } from './power-of-two'
import { sumOf } from './two-part'

export type ReducedAngle = {
  /** Whole quarters of a turn, 0 to 3. */
  readonly quarter: number
  /** What is left, between -pi/4 and pi/4 (a little more by rounding), in two parts. */
  readonly high: number
  readonly low: number
}

/** A finite angle in radians as quarters of a turn and a rest that keeps its full precision. */
export function reduceAngle(x: number): ReducedAngle {
  if (Math.abs(x) <= Math.PI / 4) return { quarter: 0, high: x, low: 0 }
  return Math.abs(x) < 1e6 ? reduceByParts(x) : reduceByIntegers(x)
}

/** Cody and Waite 1980: multiples of the first three parts of pi/2 are exact up to 2^20. */
function reduceByParts(x: number): ReducedAngle {
  const k = Math.round(x * perHalfPi)
  let high = x
  let low = 0
  for (const part of halfPiParts) {
    const next = sumOf(high, -k * part)
    high = next.high
    low += next.low
  }
  const rest = sumOf(high, low)
  return { quarter: ((k % 4) + 4) % 4, ...rest }
}

/** In whole units of 2^-1250, with as many digits of pi as the largest double needs. */
function reduceByIntegers(x: number): ReducedAngle {
  const exponent = exponentOf(x) - 52
  const units = BigInt(scaleByPowerOfTwo(x, -exponent)) << BigInt(exponent + nBits)
  halfPi ??= computeHalfPi()
  const shifted = units + (units < 0n ? -halfPi : halfPi) / 2n
  const k = shifted / halfPi
  const rest = units - k * halfPi
  const high = toNumber(rest)
  const low = toNumber(rest - toUnits(high))
  return { quarter: Number(((k % 4n) + 4n) % 4n), high, low }
}

/** Machin 1706: pi/4 = 4 arctan(1/5) - arctan(1/239). */
function computeHalfPi(): bigint {
  const guard = 64n
  const one = 1n << (BigInt(nBits) + guard)
  return (2n * (4n * arctanOfInverse(5n, one) - arctanOfInverse(239n, one))) >> guard
}

function arctanOfInverse(n: bigint, one: bigint): bigint {
  let power = one / n
  let sum = power
  for (let odd = 3n; power !== 0n; odd += 2n) {
    power /= -n * n
    sum += power / odd
  }
  return sum
}

/** The first 60 bits of a number of units as a double. */
function toNumber(units: bigint): number {
  const size = units < 0n ? -units : units
  const surplus = Math.max(0, size.toString(16).length * 4 - 60)
  const near = scaleByPowerOfTwo(Number(size >> BigInt(surplus)), surplus - nBits)
  return units < 0n ? -near : near
}

function toUnits(x: number): bigint {
  if (x === 0) return 0n
  const exponent = exponentOf(x) - 52
  const digits = BigInt(scaleByPowerOfTwo(x, -exponent))
  const shift = exponent + nBits
  return shift >= 0 ? digits << BigInt(shift) : digits >> BigInt(-shift)
}

const nBits = 1250
let halfPi: bigint | null = null
const perHalfPi = 0.6366197723675814
const halfPiParts = [
  1.5707963267341256, 6.077100506303966e-11, 2.0222662487111665e-21, 8.4784276603689e-32,
]
