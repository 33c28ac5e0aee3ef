import type { TextFile } from './run-here'

/** Two categories and 24 stores of two kinds: enough for every asset, fast enough for many runs. */
const categories = ['Drinks', 'Snacks']
const needStates = ['COLA', 'TEA', 'WATER']
const nStores = 24

/** Sales with a map, and market data. */
export const tinySales: readonly TextFile[] = [
  { name: 'sales.csv', role: 'sales', text: salesText() },
  { name: 'map.csv', role: 'product_map', text: mapText() },
  { name: 'market.csv', role: 'external', text: marketText() },
]

/** A table of one row per store and category instead of sales. */
export const tinyMetrics: readonly TextFile[] = [
  { name: 'metrics.csv', role: 'store_metrics', text: metricsText() },
  { name: 'market.csv', role: 'external', text: marketText() },
]

function storeId(i: number): string {
  return `0${i + 10}`
}

/** Numbers in [0, 1) that look random and are the same everywhere. */
function noise(i: number, j: number): number {
  return ((i * 7919 + j * 104_729 + ((i * j) % 613) * 1237) % 1009) / 1009
}

/** What a store of an even number likes is the reverse of what the others like. */
function sold(store: number, category: number, state: number): number {
  const likes = store % 2 === 0 ? 4 - state : state + 1
  return Math.round(100 * (likes * 30 + noise(store + 31 * category, state) * 12)) / 100
}

function salesText(): string {
  const rows = categories.flatMap((category, c) =>
    stores().flatMap((i) =>
      needStates.map((_, s) => `P${c}${s},${storeId(i)},${category},${sold(i, c, s)}`),
    ),
  )
  return csvOf('SKU_NBR,STORE_NBR,CAT_DSC,TOTAL_SALES', rows)
}

function mapText(): string {
  const rows = categories.flatMap((_, c) =>
    needStates.map((state, s) => `P${c}${s},${state},${s === 2 ? 'Y' : 'N'},N`),
  )
  return csvOf('PRODUCT_ID,NEED_STATE,NEW_ITEM,TO_BE_DROPPED', rows)
}

function metricsText(): string {
  const rows = categories.flatMap((category, c) =>
    stores().map((i) => [storeId(i), category, ...needStates.map((_, s) => sold(i, c, s))].join()),
  )
  return csvOf(`STORE_NBR,CAT_DSC,${needStates.join()}`, rows)
}

function marketText(): string {
  const rows = stores().map((i) => {
    const isCity = i % 3 === 0
    const income = (isCity ? 70 : 40) + Math.round(noise(i, 3) * 80) / 10
    const density = i === 4 ? '' : (isCity ? 900 : 120) + Math.round(noise(i, 4) * 90)
    const area = isCity ? 'city' : 'country'
    return [storeId(i), income, density, 20 + Math.round(noise(i, 5) * 300) / 10, area].join()
  })
  return csvOf('STORE_NBR,income,density,age,area', rows)
}

function stores(): readonly number[] {
  return Array.from({ length: nStores }, (_, i) => i)
}

function csvOf(header: string, rows: readonly string[]): string {
  return `${[header, ...rows].join('\n')}\n`
}

/** The same rows, the last one first. */
export function reversed({ text, ...file }: TextFile): TextFile {
  const [header = '', ...rows] = text.trimEnd().split('\n')
  return { ...file, text: csvOf(header, rows.toReversed()) }
}
