import { createRandom, type Random } from '../math/random'
import { type ChainStore, clamp } from './chain'
import { drawChance, drawNormal } from './draw'
import { demographics, footTraffic, type MarketColumn, places, sites } from './story'

/** Chance that a market cell is empty. */
const missing = 0.015

/** What is known of the neighbourhood: one row a store, coordinates and name first. */
export function makeDemographics(stores: readonly ChainStore[], seed: number) {
  const random = createRandom(seed, 3)
  const names = demographics.map(({ name }) => name)
  const rows = stores.map((store) => {
    const cells = demographics.map((column) => marketCell(column, store, random))
    const site = store.isAirport ? 'terminal' : sites[store.marketPlace]
    const households = cells[0] === '' ? '' : (Number(cells[0]) / 2.42).toFixed(0)
    const place = [store.latitude.toFixed(4), store.longitude.toFixed(4), 'US']
    const known = [site, ...cells, households]
    return [store.id, store.name, ...place, ...(isUnknown(store) ? known.map(() => '') : known)]
  })
  const places = ['latitude', 'longitude', 'country']
  // `households_1mi` says the same as the population: the pipeline finds that out.
  return [['STORE_NBR', 'store_name', ...places, 'site_type', ...names, 'households_1mi'], ...rows]
}

/** Visits as counted by phones: one row a store, another name for the same ids. */
export function makeFootTraffic(stores: readonly ChainStore[], seed: number) {
  const random = createRandom(seed, 4)
  const rows = stores
    .filter((store) => !isUnknown(store))
    .map((store) => [store.id, ...footTraffic.map((column) => marketCell(column, store, random))])
  return [['store_id', ...footTraffic.map(({ name }) => name)], ...rows]
}

function marketCell(column: MarketColumn, store: ChainStore, random: Random): string {
  const mean = column.means[places.indexOf(store.marketPlace)]
  const drawn = mean * clamp(1 + column.spread * drawNormal(random), 0.15, 3)
  // An airport has the visits of a week in a day, and nobody lives there.
  const value = store.isAirport ? airportValue(column.name, drawn) : drawn
  const possible = column.name.endsWith('_share') ? clamp(value, 0, 99) : value
  const isEmpty = drawChance(random, missing) && !store.isAirport
  return isEmpty ? '' : possible.toFixed(column.decimals)
}

function airportValue(name: string, value: number): number {
  if (name === 'weekday_visits') return value * 9
  if (name === 'population_1mi') return value / 20
  return name === 'dwell_minutes' ? value * 5 : value
}

/** One store has an address and nothing else. */
function isUnknown({ id }: ChainStore): boolean {
  return id === '00160'
}
