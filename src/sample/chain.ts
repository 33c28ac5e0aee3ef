import { createRandom } from '../math/random'
import { drawChance, drawNormal, drawOne } from './draw'
import { cities, type Place, placeCounts, places, streets } from './story'

/** One made-up store. What it sells follows `place`; its surroundings follow `marketPlace`. */
export type ChainStore = {
  /** Five digits with leading zeros. */
  readonly id: string
  readonly name: string
  readonly place: Place
  readonly atStation: boolean
  readonly marketPlace: Place
  /** Sales of this store over those of an average one. */
  readonly size: number
  readonly latitude: number
  readonly longitude: number
  /** At an airport: unlike any other store, in both views. */
  readonly isAirport: boolean
  /** Too new to be in the market data. */
  readonly isNew: boolean
}

const sizes: Readonly<Record<Place, number>> = { city: 1.25, suburb: 1.1, town: 0.75, campus: 0.8 }
/** How far from the middle of their city, in degrees. */
const distances: Readonly<Record<Place, number>> = {
  city: 0.06,
  suburb: 0.22,
  town: 1.4,
  campus: 0.12,
}

/** The stores that sell, in the order of their ids; kinds of place are spread over the ids. */
export function makeChain(seed: number): readonly ChainStore[] {
  const random = createRandom(seed, 1)
  const kinds = placeCounts.flatMap((count, i) => Array.from({ length: count }, () => places[i]))
  for (let i = kinds.length - 1; i > 0; i--) {
    const j = random.nextInt(i + 1)
    const kind = kinds[i]
    kinds[i] = kinds[j]
    kinds[j] = kind
  }
  return kinds.map((place, i) => {
    const city = drawOne(random, cities)
    const isAirport = i % 50 === 17
    const isElsewhere = drawChance(random, 0.07)
    const elsewhere = drawOne(random, places)
    return {
      id: storeId(i),
      name: `${city.name} ${drawOne(random, streets[place])}`,
      place,
      atStation: place === 'city' && drawChance(random, 0.45),
      marketPlace: isAirport ? 'city' : isElsewhere ? elsewhere : place,
      size: sizes[place] * clamp(1 + 0.3 * drawNormal(random), 0.35, 2),
      latitude: city.at[0] + distances[place] * drawNormal(random),
      longitude: city.at[1] + distances[place] * drawNormal(random),
      isAirport,
      isNew: i % 60 === 31,
    }
  })
}

/** The id of the i-th store, also beyond those that sell. */
export function storeId(i: number): string {
  return String(104 + 7 * i).padStart(5, '0')
}

export function clamp(value: number, min: number, max: number): number {
  return value < min ? min : value > max ? max : value
}
