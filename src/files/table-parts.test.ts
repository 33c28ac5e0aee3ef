import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'
import { readTable } from './read-table'
import type { ReadOverrides, RowAccount, SourceProfile } from './source-profile'

async function profileOf(content: string, overrides: ReadOverrides = {}): Promise<SourceProfile> {
  const blob = new Blob([content])
  const inspection = await inspectFile('t.csv', blob, { overrides })
  if (!inspection.ok) throw new Error(inspection.failure.message)
  const table = await readTable(blob, inspection.profile, [])
  expect(table.nRows).toBe(inspection.profile.nRows)
  return inspection.profile
}

function namesOf(profile: SourceProfile): string[] {
  return profile.columns.map((column) => column.name)
}

/** Above, header, repeated header, data, below; they add up. */
function countsOf({ account }: SourceProfile): number[] {
  const { nRecords, nAbove, nHeader, nRepeatedHeader, nData, nBelow }: RowAccount = account
  const counts = [nAbove, nHeader, nRepeatedHeader, nData, nBelow]
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(nRecords)
  return counts
}

const table = 'store,city,sales\n1,Ames,10\n2,Boone,20\n3,Clive,30\n'

describe('what stands above the rows of a table', () => {
  it('F-10 a title, blank lines and comments are skipped and counted', async () => {
    const profile = await profileOf(`Sales of May\n\n# made by hand\n\n${table}`)
    expect(namesOf(profile)).toEqual(['store', 'city', 'sales'])
    expect(countsOf(profile)).toEqual([2, 1, 0, 3, 0])
  })

  it('F-10 blank lines at the start are no rows', async () => {
    const profile = await profileOf(`\n\r\n\n${table}`)
    expect(countsOf(profile)).toEqual([0, 1, 0, 3, 0])
  })

  it('F-10 a title padded with delimiters is skipped', async () => {
    const profile = await profileOf(`Sales,,\n,,\n${table}`)
    expect(countsOf(profile)).toEqual([2, 1, 0, 3, 0])
  })

  it('F-10 notes nearly as wide as the table are skipped where a blank line ends them', async () => {
    const profile = await profileOf(`Sales of May\nMade on the 3rd, by hand\n\n${table}`)
    expect(namesOf(profile)).toEqual(['store', 'city', 'sales'])
    expect(countsOf(profile)).toEqual([2, 1, 0, 3, 0])
  })

  it('F-10 comments with as many commas as the table are not its header', async () => {
    const profile = await profileOf(`# made by hand\n# towns, stores, sales\n${table}`)
    expect(namesOf(profile)).toEqual(['store', 'city', 'sales'])
    expect(countsOf(profile)).toEqual([2, 1, 0, 3, 0])
    expect(namesOf(await profileOf('#store,sales\n1,10\n2,20\n'))).toEqual(['#store', 'sales'])
  })

  it('F-10 comments between the rows are left out, with their number and first line', async () => {
    const profile = await profileOf('store,sales\n1,5\n# checked\n2,6\n# checked again\n3,7\n')
    expect(countsOf(profile)).toEqual([2, 1, 0, 3, 0])
    expect(profile.notes).toContain('2 comments between the rows, first on line 3: left out.')
  })

  it('F-10 ids that begin with # are no comments', async () => {
    expect(countsOf(await profileOf('store,sales\n#1,5\n#2\n#3,7\n'))).toEqual([0, 1, 0, 3, 0])
  })
})

describe('the header of a table', () => {
  it('F-10 comes again further down: left out, counted, in both passes', async () => {
    const profile = await profileOf('store,sales\n1,5\nstore,sales\n2,6\nstore,sales\n3,7\n')
    expect(countsOf(profile)).toEqual([0, 1, 2, 3, 0])
    expect(profile.notes).toContain('The header again in 2 rows, first on line 3: left out.')
    expect(profile.columns[1]).toMatchObject({ type: 'number', nRejected: 0 })
  })

  it('F-10 of two rows, the upper one over merged cells, is joined to one name a column', async () => {
    const profile = await profileOf(',Sales,,Space\nstore,2023,2024,m2\n1,5,6,70\n2,7,8,90\n')
    expect(namesOf(profile)).toEqual(['store', 'Sales 2023', 'Sales 2024', 'Space m2'])
    expect(profile.options.headerRows).toBe(2)
    expect(countsOf(profile)).toEqual([0, 2, 0, 2, 0])
  })

  it('F-10 of a row of names and a row of units is joined', async () => {
    const profile = await profileOf('store,sales,area\nid,EUR,m2\n1,5,70\n2,7,90\n3,8,95\n')
    expect(namesOf(profile)).toEqual(['store id', 'sales EUR', 'area m2'])
  })

  it.each([
    [
      'under years',
      'shop,2019,,2020,\nid,pcs,EUR,pcs,EUR\n',
      '2019 pcs,2019 EUR,2020 pcs,2020 EUR',
    ],
    [
      'of years',
      'shop,in,in,out,out\nid,2019,2020,2019,2020\n',
      'in 2019,in 2020,out 2019,out 2020',
    ],
  ])('F-10 of two rows, the lower one %s, is joined', async (_, header, names) => {
    const profile = await profileOf(`${header}1,2,3,4,5\n2,3,4,5,6\n3,4,5,6,7\n`)
    expect(namesOf(profile).join()).toBe(`shop id,${names}`)
    expect(countsOf(profile)).toEqual([0, 2, 0, 3, 0])
  })

  it('F-10 written twice says each name once', async () => {
    const profile = await profileOf('store,sales\nstore,sales\n1,5\n2,7\n')
    expect(namesOf(profile)).toEqual(['store', 'sales'])
    expect(countsOf(profile)).toEqual([0, 2, 0, 2, 0])
  })

  it.each([
    ['one remark', 'store,sales,area\n1,closed,70\n2,7,90\n3,8,95\n'],
    ['the same remark everywhere', 'store,sales,area\nS1,closed,closed\nS2,7,90\nS3,8,95\n'],
    ['missing cells', 'store,sales,area\n1,NA,-\n2,7,90\n3,8,95\n'],
    ['words only', 'store,city\nS1,Ames\nS2,Boone\n'],
    ['a remark under a name that comes twice', 'store,sales,sales\n1,x,80\n2,7,90\n3,8,95\n'],
    [
      'a remark beside a column without a name',
      'store,,sales\nS1,Ames,x\nS2,Boone,9\nS3,Clive,7\n',
    ],
    ['a remark beside numbers without a name', 'n,,sales\n1,5,x\n2,6,90\n3,7,95\n'],
  ])('F-10 a first store with %s is a store', async (_, content) => {
    const profile = await profileOf(content)
    expect(profile.options.headerRows).toBe(1)
    expect(profile.preview[0]?.[0]).toMatch(/1/)
  })

  it('F-10 has as many rows as the user says', async () => {
    const profile = await profileOf('a,b\nc,d\nx,y\nz,w\n', { headerRows: 2 })
    expect(namesOf(profile)).toEqual(['a c', 'b d'])
    expect(countsOf(profile)).toEqual([0, 2, 0, 2, 0])
  })

  it('F-13 with a blank cell too many does not shift the names', async () => {
    const profile = await profileOf('store,,city,sales\n1,Ames,10\n2,Boone,20\n3,Clive,30\n')
    expect(namesOf(profile)).toEqual(['store', 'city', 'sales'])
    expect(profile.notes[0]).toContain('blank cell more')
  })
})

describe('what stands below the rows of a table', () => {
  it.each([
    ['after a blank line', `${table}\nTotal,,60\n`],
    ['where the ids are numbers', `${table}Total,,60\n`],
    ['by its sum, where the ids are words', 'store,sales\nA,1\nB,2.5\nC,3\nGrand total:,6.5\n'],
    ['in another language', 'Filiale;Umsatz\nA;1,5\nB;2,5\nC;3\nGesamt;7\n'],
    ['with a note under it', `${table}Total,,60\nSource: the till\n`],
  ])('F-10 a total %s is left out of the data and told', async (_, content) => {
    const profile = await profileOf(content)
    expect(profile.nRows).toBe(3)
    expect(profile.account.nBelow).toBeGreaterThan(0)
    countsOf(profile)
    expect(profile.notes.some((note) => note.startsWith('A total or a note below'))).toBe(true)
    expect(profile.options.endLine).toBeGreaterThan(4)
  })

  it.each([
    ['a store called Total', 'store,sales\nEsso,5\nShell,7\nTotal,6\n'],
    ['a store of one cell', 'store,city,sales\nA,Ames,1\nB,Boone,2\nC\n'],
    ['a store with a long name', 'store,city,sales\nA,Ames,1\nB,Boone,2\nCorner shop\n'],
    ['a total in the middle', 'store,sales\nA,5\nTotal,5\nB,6\n'],
  ])('F-10 %s is a row of the table', async (_, content) => {
    const profile = await profileOf(content)
    expect(profile).toMatchObject({ nRows: 3, account: { nBelow: 0 }, options: { endLine: null } })
  })

  it('F-10 the table ends where the user says, and a chosen end is kept', async () => {
    const profile = await profileOf(`${table}x,y,z\n`, { endLine: 4 })
    expect(countsOf(profile)).toEqual([0, 1, 0, 2, 2])
    expect(profile.notes).toContain('The table ends before line 4, as chosen: 2 rows left out.')
    expect((await profileOf(`${table}Total,,60\n`, { endLine: null })).nRows).toBe(4)
  })
})

describe('two tables in one file', () => {
  it.each([
    ['narrower', 'city,people\nAmes,66000\nBoone,12000\n', 5],
    ['wider, apart', '\ncity,people,area,mayor\nAmes,66000,70,A\nBoone,12000,23,B\n', 6],
    ['of the same width, apart', '\ncity,people,area\nAmes,66000,70\nBoone,12000,23\n', 6],
    ['apart, with a title', '\nCities\ncity,people,area\nAmes,66000,70\nBoone,12000,23\n', 6],
    ['narrower, apart, of words only', '\nproduct,colour\nA,red\nB,blue\nC,red\n', 6],
    ['that is the first one again', table, 5],
  ])('F-11 a second one %s is told with its line and left out', async (_, second, line) => {
    const profile = await profileOf(table + second)
    expect(profile.nRows).toBe(3)
    expect(profile.options.endLine).toBe(line)
    expect(profile.notes.some((note) => note.startsWith(`Second table from line ${line}: `))).toBe(
      true,
    )
    countsOf(profile)
    expect(profile.columns[0]).toMatchObject({ name: 'store', nRejected: 0 })
  })

  it('F-11 a larger second one does not take the place of the first', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => `${i},a,b,c,d,e,f,${i}\n`).join('')
    const first =
      'store,city,sales\n' + Array.from({ length: 40 }, (_, i) => `${i},x,${i}\n`).join('')
    const profile = await profileOf(`${first}\nid,p,q,r,s,t,u,v\n${rows}`)
    expect(namesOf(profile)).toEqual(['store', 'city', 'sales'])
    expect(profile.nRows).toBe(40)
  })

  it.each([
    ['a blank line between groups', 'store,sales\n1,5\n\n2,6\n3,7\n'],
    [
      'a row of words with holes',
      'sku,store,cat,sales\n1,7,Tea,0\n1,7,Jam,2\n,out,Tea,\n3,7,Tea,1\n',
    ],
    ['a last row under one of words', 'sku,store,sales\n1,7,0\n1,7,2\nx,out,open\n3,7,1\n'],
    ['a row of remarks', `store,sales,area\n${'1,5,60\n'.repeat(30)}2,closed,sold\n3,7,80\n`],
    ['short rows at the end', 'store,city,sales\n1,Ames,5\n2,Boone\n3,Clive\n4,Des Moines\n'],
  ])('F-11 %s is no second table', async (_, content) => {
    const { account } = await profileOf(content)
    expect(account).toMatchObject({ nBelow: 0, nRepeatedHeader: 0 })
  })
})
