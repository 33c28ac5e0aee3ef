import { makeSample } from '../src/sample/make-sample'
import { cell, csvRows } from './csv-rows'

export const sampleFiles = makeSample()

function rowsOf(name: string) {
  const file = sampleFiles.find((candidate) => candidate.name.includes(name))
  if (file === undefined) throw new Error(`no sample file ${name}`)
  return csvRows(file.text)
}

/** Who has to be where, worked out from the four files alone. */
export function samplePlacement() {
  const known = new Set(rowsOf('product_map').map((row) => cell(row, 'PRODUCT_ID')))
  const sold = rowsOf('sales').filter((row) => known.has(cell(row, 'SKU_NBR')))
  const internal = new Set(sold.map((row) => pair(cell(row, 'STORE_NBR'), cell(row, 'CAT_DSC'))))
  const external = new Set([
    ...rowsOf('demographics').map((row) => cell(row, 'STORE_NBR')),
    ...rowsOf('foot_traffic').map((row) => cell(row, 'store_id')),
  ])
  const stores = new Set(sold.map((row) => cell(row, 'STORE_NBR')))
  return {
    /** (store, category) pairs in both views. */
    placed: new Set([...internal].filter((both) => external.has(both.split('|')[0] ?? ''))),
    internalOnly: [...stores].filter((store) => !external.has(store)).toSorted(),
    externalOnly: [...external].filter((store) => !stores.has(store)).toSorted(),
  }
}

export function pair(store: string, category: string): string {
  return `${store}|${category}`
}
