import { expect, test } from 'vitest'
import { foldChunks } from '../../assets/preprocessing/internal-raw-sales-data/fold-chunks'
import { exportCsv } from '../../files/export-csv'
import { openSource } from '../open-source'
import { openSales, salesPlan } from '../testing/sales-file'

const columns = ['SKU', 'STORE', 'CAT', 'SALES']

async function productsOf(csv: string) {
  const { source, blob } = await openSales(csv)
  const reader = openSource(source, blob, { openFile: () => blob })
  const report = () => undefined
  const byBytes = (await reader.fold?.(salesPlan, report)) ?? null
  const { products } = byBytes ?? (await foldChunks(reader, salesPlan, report))
  return { products, isByBytes: byBytes !== null }
}

test('F-71 sales that this program wrote for Excel are of the products that were written', async () => {
  const rows = ['-7', '=A1', "'1", '1'].map((product) => [product, '8', 'Tea', 2.5])
  const products = ["'1", '-7', '1', '=A1']
  expect(await productsOf(exportCsv(columns, rows, 'excel'))).toEqual({
    products,
    isByBytes: false,
  })
  expect(await productsOf(exportCsv(columns, rows))).toEqual({ products, isByBytes: true })
})
