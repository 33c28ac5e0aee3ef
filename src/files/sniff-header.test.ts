import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'

const rows = Array.from({ length: 20 }, (_, i) => `${i % 5},k${i},Tea,${i}.5\n`).join('')

async function namesOf(content: string): Promise<string[]> {
  const inspection = await inspectFile('t.csv', new Blob([content]))
  if (!inspection.ok) throw new Error(inspection.failure.message)
  expect(inspection.profile.nRows).toBe(20)
  return inspection.profile.columns.map(({ name }) => name)
}

describe('keys and values above a table, as a spreadsheet program writes them', () => {
  it.each([
    ['one of them and an empty row', 'Report:,Sales by store,,\n,,,\n'],
    ['one of them', 'Report:,Sales by store,,\n'],
    ['two without colons and an empty row', 'Report,Sales by store,,\nMade by,SAP,,\n,,,\n'],
    ['two, one with a date', 'Report,Sales by store,,\nDate,2024-05-01,,\n'],
    ['a title and one of them', 'Sales by store,,,\nFrom:,2024-05-01,,\n,,,\n'],
    ['three cells', 'Period:,2024-05-01,2024-05-31,\n,,,\n'],
    ['one of them and a blank line', 'Report:,Sales by store,,\n\n'],
  ])('F-10 are no header: %s', async (_, above) => {
    expect(await namesOf(`${above}store,sku,cat,sales\n${rows}`)).toEqual([
      'store',
      'sku',
      'cat',
      'sales',
    ])
  })

  it('F-10 names over merged cells are a header still', async () => {
    const names = await namesOf(`shop,what,,\nid,sku,cat,sales\n${rows}`)
    expect(names[0]).toBe('shop id')
  })

  it('F-10 a header without its last name is one, above a row without any value', async () => {
    const above = 'store,city,opened,\nA,Ames,2024-01-01,\nB,Boone,later,moved\n'
    const below = Array.from({ length: 18 }, (_, i) => `S${i},x,2024-02-01,\n`).join('')
    expect((await namesOf(above + below)).slice(0, 3)).toEqual(['store', 'city', 'opened'])
  })

  it('F-10 a header without its last names is one', async () => {
    expect(await namesOf(`store,sku,cat,\n${rows}`)).toEqual(['store', 'sku', 'cat', 'column 4'])
  })
})

describe('a header of years', () => {
  const stores = Array.from({ length: 20 }, (_, i) => `Store ${i},${i}.5,${i * 3}\n`).join('')

  it('F-10 is one, over stores that are called by words', async () => {
    expect(await namesOf(`store,2023,2024\n${stores}`)).toEqual(['store', '2023', '2024'])
  })

  it('F-10 is none where all rows hold years, or only one cell does', async () => {
    const years = Array.from({ length: 19 }, (_, i) => `s${i},${1990 + i},${2000 + i}\n`).join('')
    expect((await namesOf(`s,2001,2002\n${years}`))[1]).not.toBe('2001')
    const old = Array.from({ length: 19 }, (_, i) => `s${i},${i},${i * 7}\n`).join('')
    expect((await namesOf(`s,2001,1998\n${old}`))[1]).not.toBe('2001')
    const rest = stores.split('\n').slice(1).join('\n')
    expect((await namesOf(`Store X,2023,7\n${rest}`))[1]).not.toBe('2023')
  })
})
