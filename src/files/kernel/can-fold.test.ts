import { describe, expect, it } from 'vitest'
import { inspectFile } from '../inspect'
import { canFold } from './can-fold'

const columns = { store: 'STORE', product: 'SKU', category: null, value: 'SALES' }

async function profileOf(text: string) {
  const inspection = await inspectFile('s.csv', new Blob([text]))
  if (!inspection.ok) throw new Error(inspection.failure.message)
  return inspection.profile
}

describe('a file of sales', () => {
  it('is folded by its bytes where each role has a column of its own', async () => {
    const profile = await profileOf('SKU,STORE,SALES\n1,7,2.5\n2,8,3\n')
    expect(canFold(profile, columns)).toBe(true)
  })

  it.each([
    { ...columns, product: 'STORE' },
    { ...columns, category: 'SKU' },
    { ...columns, store: 'SALES' },
  ])('is folded row by row where one column has two roles: %o', async (twice) => {
    const profile = await profileOf('SKU,STORE,SALES\n1,7,2.5\n2,8,3\n')
    expect(canFold(profile, twice)).toBe(false)
  })
})
