import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minimize } from './minimize'

/** scipy 1.10: `brent(f, brack=(from, to))`, with how many places it looks at, and their sum. */
const bySciPy = [
  {
    f: (x: number) => (x - 1.5) ** 4 + 0.3 * x,
    ends: [-2, 2],
    n: 17,
    sum: 26.80181026644618,
    x: 1.0782836664497173,
  },
  {
    f: (x: number) => (x - 40) ** 4 / 1e4 - x,
    ends: [-2, 2],
    n: 21,
    sum: 890.5873325699987,
    x: 53.57208807907921,
  },
  {
    f: (x: number) => Math.abs(x - 0.3),
    ends: [-2, 2],
    n: 32,
    sum: 20.444205293024787,
    x: 0.29999999714312425,
  },
  {
    f: (x: number) => -1 / (1 + (x - 30) ** 2),
    ends: [0, 0.5],
    n: 21,
    sum: 450.83153019618334,
    x: 30.000000000022858,
  },
  {
    f: (x: number) => (x + 3) ** 4 + x,
    ends: [2, -2],
    n: 18,
    sum: -60.22696247901764,
    x: -3.629960550125525,
  },
  {
    f: (x: number) => (x + 30) ** 4 + x,
    ends: [-2, 2],
    n: 24,
    sum: -582.584696478862,
    x: -30.629960526268736,
  },
  {
    f: (x: number) => x ** 3 / 30 - 5 * x,
    ends: [-4, -5],
    n: 16,
    sum: 102.0784702796603,
    x: 7.071067831402848,
  },
  {
    f: (x: number) => Math.sqrt(Math.abs(x - 12.34)),
    ends: [0, 1],
    n: 30,
    sum: 331.79861193974557,
    x: 12.33999991336208,
  },
  {
    f: (x: number) => (x * x - 50) ** 2 + 10 * x,
    ends: [0.1, 0.2],
    n: 19,
    sum: 90.28439890388073,
    x: 7.04593395331829,
  },
  {
    f: (x: number) => (x - 100) ** 6 / 1e6 + (x - 3) ** 2,
    ends: [0, 1],
    n: 20,
    sum: 1146.4217282121792,
    x: 70.46159324763313,
  },
  {
    f: (x: number) => Math.floor((x - 3) ** 2),
    ends: [-2, 2],
    n: 31,
    sum: 91.8520689910611,
    x: 3.016050123507243,
  },
  {
    f: (x: number) => Math.floor((x - 50) ** 2 / 100),
    ends: [-2, 2],
    n: 39,
    sum: 1946.1353405462316,
    x: 47.59674592662696,
  },
  {
    f: (x: number) => Math.abs(Math.abs(x) - 7) + x / 50,
    ends: [-1, 1.5],
    n: 28,
    sum: 189.8220634404353,
    x: 7.000000054976108,
  },
  {
    f: (x: number) => (x - 500) ** 2,
    ends: [-1, -1.5],
    n: 10,
    sum: 3849.205974486343,
    x: 500.00000000019855,
  },
  {
    f: (x: number) => ((x - 12) * (x - 12)) % 1,
    ends: [2, -2],
    n: 42,
    sum: -87.48771378220755,
    x: -2.0,
  },
  {
    f: (x: number) => Math.floor((x - 12) ** 2 / 30),
    ends: [0, 1],
    n: 42,
    sum: 306.7571960469539,
    x: 7.854101910868039,
  },
  {
    f: (x: number) => Math.sqrt(Math.abs(x - 200)) + (x * x) / 5,
    ends: [-1, 4],
    n: 14,
    sum: -8.474838898327729,
    x: 0.08840785331582252,
  },
  {
    f: (x: number) => x ** 2 * (x + 2) ** 2 + x,
    ends: [0, 1],
    n: 16,
    sum: -3.0939351063584124,
    x: -0.16243456473191753,
  },
  {
    f: (x: number) => Math.abs(x - 40) + (x > 1 ? 1 : 0),
    ends: [0, 1],
    n: 40,
    sum: 3214.390391139209,
    x: 39.99999996254189,
  },
  {
    f: (x: number) => (x < 0.5 ? -x : x),
    ends: [0, 1],
    n: 42,
    sum: 17.432372048249068,
    x: 0.49999999851184224,
  },
  {
    f: (x: number) => (x < 0 ? -x : x * 30),
    ends: [3, 3.5],
    n: 67,
    sum: -247.81594238655254,
    x: -1.5415404738884423e-12,
  },
  {
    f: (x: number) => (x - 0.5) ** 4 - 2 * x * x,
    ends: [3, 3.5],
    n: 17,
    sum: 32.84627960369066,
    x: 1.6914878846382904,
  },
  {
    f: (x: number) => Math.abs(x - 3) + (x > 5 ? 1 : 0),
    ends: [-1, 4],
    n: 30,
    sum: 99.53069768802975,
    x: 3.000000006980139,
  },
]

describe('minimize(f, from, to)', () => {
  it.each(bySciPy)('looks for the bottom of $f where scipy does', ({ f, ends, n, sum, x }) => {
    const places: number[] = []
    const noting = (place: number) => {
      places.push(place)
      return f(place)
    }
    expect(minimize(noting, ends[0], ends[1])).toBeCloseTo(x, 9)
    expect(places).toHaveLength(n)
    expect(places.reduce((total, place) => total + place, 0)).toBeCloseTo(sum, 7)
  })

  it('finds the bottom of a parabola anywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e4, max: 1e4, noNaN: true }), (bottom) => {
        const x = minimize((x) => (x - bottom) * (x - bottom) + 3, -2, 2)
        expect(Math.abs(x - bottom)).toBeLessThan(1e-6 * Math.max(1, Math.abs(bottom)))
      }),
    )
  })

  it('finds the bottom of a function that is no parabola', () => {
    expect(minimize((x) => Math.exp(x) - 2 * x, -2, 2)).toBeCloseTo(Math.LN2, 7)
    expect(minimize((x) => Math.abs(x - 0.3), -2, 2)).toBeCloseTo(0.3, 7)
    expect(minimize((x) => -Math.cos(x - 5), 4, 4.5)).toBeCloseTo(5, 7)
  })

  it('stays away from where there is no value', () => {
    const x = minimize((x) => (x > 3 ? Infinity : (x - 1) * (x - 1)), -2, 2)
    expect(x).toBeCloseTo(1, 7)
  })

  it('ends where there is nothing to find', () => {
    expect(minimize(() => Infinity, -2, 2)).toSatisfy(Number.isFinite)
    expect(minimize((x) => -x, 0, 1)).toBeGreaterThan(1e9)
  })
})
