import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asinh } from './asinh'
import { exp } from './exp'
import { expm1 } from './expm1'
import { log } from './log'
import { log1p } from './log1p'
import { pow } from './pow'
import { powerOfTen } from './power-of-ten'
import { cos, sin } from './sin-cos'

const ports = [
  { name: 'log', port: log, engine: Math.log },
  { name: 'log1p', port: log1p, engine: Math.log1p },
  { name: 'exp', port: exp, engine: Math.exp },
  { name: 'expm1', port: expm1, engine: Math.expm1 },
  { name: 'asinh', port: asinh, engine: Math.asinh },
  { name: 'sin', port: sin, engine: Math.sin },
  { name: 'cos', port: cos, engine: Math.cos },
]
const edges = [
  0,
  -0,
  1,
  -1,
  0.5,
  -0.5,
  2,
  -2,
  1e-300,
  -1e-300,
  5e-324,
  -5e-324,
  2.2250738585072014e-308,
  1e-17,
  -1e-17,
  0.9999999999999999,
  1.0000000000000002,
  709.782712893384,
  709.7827128933841,
  -745.1332191019411,
  -745.2,
  -708.5,
  -37.5,
  -40.5,
  1e10,
  -1e10,
  1e22,
  1e300,
  -1e300,
  Number.MAX_VALUE,
  -Number.MAX_VALUE,
  Infinity,
  -Infinity,
  NaN,
  Math.PI,
  Math.PI / 2,
  1e6,
  6381956970095103 * 2 ** 797,
]
const words = new BigInt64Array(1)
const doubles = new Float64Array(words.buffer)
const nRuns = 3000

/** How many doubles lie between the two; 0 where both are NaN or the same. */
function unitsApart(a: number, b: number): number {
  if (Object.is(a, b)) return 0
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity
  const place = (x: number) => {
    doubles[0] = x
    return words[0] < 0n ? -(words[0] & 0x7fffffffffffffffn) : words[0]
  }
  return Math.max(1, Math.abs(Number(place(a) - place(b))))
}

const anyNumber = fc.oneof(
  fc.double(),
  fc.double({ min: -1000, max: 1000, noNaN: true }),
  fc.double({ min: -2, max: 2, noNaN: true }),
)

describe.each(ports)('$name(x)', ({ port, engine }) => {
  it('is what the engine says at the edges of the numbers', () => {
    for (const x of edges) {
      const [ours, theirs] = [port(x), engine(x)]
      expect(unitsApart(ours, theirs), `${x}: ${ours}, ${theirs}`).toBeLessThanOrEqual(1)
    }
  })

  it('is at most 2 units in the last place away from what the engine says', () => {
    fc.assert(
      fc.property(anyNumber, (x) => unitsApart(port(x), engine(x)) <= 2),
      { numRuns: nRuns },
    )
  })
})

describe('pow(x, y)', () => {
  it('is what the engine says at the edges of the numbers', () => {
    const exponents = [...edges, 3, -3, 1 / 3, 1023, 1024, -1074, 9007199254740991]
    for (const x of edges)
      for (const y of exponents) {
        const [ours, theirs] = [pow(x, y), Math.pow(x, y)]
        expect(unitsApart(ours, theirs), `${x}, ${y}: ${ours}, ${theirs}`).toBeLessThanOrEqual(1)
      }
  })

  it('is at most 2 units in the last place away from what the engine says', () => {
    const size = fc.double({ min: 1e-30, max: 1e30, noNaN: true })
    const power = fc.double({ min: -12, max: 12, noNaN: true })
    fc.assert(
      fc.property(fc.oneof(size, anyNumber), fc.oneof(power, anyNumber), (x, y) => {
        return unitsApart(pow(x, y), Math.pow(x, y)) <= 2
      }),
      { numRuns: nRuns },
    )
  })
})

it('log1p, expm1, asinh and sin keep the sign of a zero', () => {
  for (const port of [log1p, expm1, asinh, sin]) expect([port(0), port(-0)]).toEqual([0, -0])
})

it('exp and log undo each other over the whole range', () => {
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
      expect(Math.abs(log(exp(x)) - x)).toBeLessThan(1e-13 * Math.max(1, Math.abs(x)))
    }),
  )
})

it('an angle beyond 2^1000 is reduced with all the digits that it needs', () => {
  // The double nearest to a multiple of pi/2 (Kahan and McDonald): naive reduction has no digit right.
  const worst = 6381956970095103 * 2 ** 797
  expect(cos(worst)).toBeCloseTo(-4.687165924254628e-19, 33)
  expect(Math.abs(sin(worst))).toBe(1)
})

it('powers of ten are the numbers that are written so', () => {
  for (let n = -22; n <= 22; n++) expect(powerOfTen(n)).toBe(Number(`1e${n}`))
})

it('gives these bits, on every engine', () => {
  expect([log(3), log1p(0.3), exp(1.5), expm1(0.7)]).toEqual([
    1.0986122886681096, 0.26236426446749106, 4.4816890703380645, 1.0137527074704764,
  ])
  expect([asinh(3), pow(2.5, 1.3), sin(100), cos(1e10)]).toEqual([
    1.8184464592320668, 3.2909555108355937, -0.5063656411097588, 0.873119622676856,
  ])
  // Where another way of summing gives other bits.
  expect([expm1(0.38), log1p(0.29), log1p(-0.418), log1p(19250686045940220)]).toEqual([
    0.4622845894342245, 0.2546422183735807, -0.5412848312506993, 37.49632309375958,
  ])
  expect([exp(0.814), exp(0.73), exp(-286), expm1(-0.4743901532225756)]).toEqual([
    2.256917625888753, 2.0750806076741224, 6.191247643210745e-125, -0.3777355732702574,
  ])
  expect([asinh(43), sin(9), sin(86)]).toEqual([
    4.45448247706051, 0.4121184852417566, -0.9234584470040598,
  ])
  expect([sin(1), sin(3), sin(0.7853981633974483)]).toEqual([
    0.8414709848078965, 0.1411200080598672, 0.7071067811865475,
  ])
})
