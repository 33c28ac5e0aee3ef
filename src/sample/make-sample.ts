import { type ChainStore, makeChain, storeId } from './chain'
import { csvText } from './csv-text'
import { makeDemographics, makeFootTraffic } from './market-data'
import { makeProductMap } from './product-map'
import { makeSales } from './sales'

export type SampleFile = { readonly name: string; readonly text: string }

const seed = 42
/** Known to the market data, and not open yet. */
const nPlanned = 4

/** The four files of the made-up chain. Pure: the same text each time. */
export function makeSample(): readonly SampleFile[] {
  const chain = makeChain(seed)
  const planned = chain.slice(0, nPlanned).map((store, i): ChainStore => ({
    ...store,
    id: storeId(chain.length + i),
    name: `${store.name} (planned)`,
    isAirport: false,
  }))
  const surveyed = [...chain.filter(({ isNew }) => !isNew), ...planned]
  return [
    { name: 'sample_sales.csv', text: csvText(makeSales(chain, seed)) },
    { name: 'sample_product_map.csv', text: csvText(makeProductMap()) },
    { name: 'sample_demographics.csv', text: csvText(makeDemographics(surveyed, seed)) },
    { name: 'sample_foot_traffic.csv', text: csvText(makeFootTraffic(surveyed, seed)) },
  ]
}
