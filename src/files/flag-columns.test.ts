import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'
import type { IsFeature } from './flag-columns'
import type { SourceProfile } from './source-profile'

async function profileOf(content: string, isFeature?: IsFeature): Promise<SourceProfile> {
  const request = isFeature === undefined ? {} : { isFeature }
  const inspection = await inspectFile('t.csv', new Blob([content]), request)
  if (!inspection.ok) throw new Error(inspection.failure.message)
  return inspection.profile
}

const rows = Array.from({ length: 30 }, (_, i) => i)

describe('inspectFile(name, blob, request): what columns are to one another', () => {
  it('names near-duplicates of numbers, with r, and of words', async () => {
    const lines = rows.map((i) => {
      const area = (i * 7) % 13
      return `${i},${area},${area * 10 + (i % 3)},"${area},5",${i % 2 ? 'x' : 'y'},${i % 2 ? 'x' : 'y'}`
    })
    const { twins } = await profileOf(`id,area,feet,half,kind,type\n${lines.join('\n')}\n`)
    expect(twins).toEqual([
      { column: 'feet', twin: 'area', r: expect.closeTo(0.9998, 3) },
      { column: 'half', twin: 'area', r: expect.closeTo(1, 12) },
      { column: 'type', twin: 'kind', r: 1 },
    ])
  })

  it('finds shares of a whole among the features, whatever the other numbers are', async () => {
    const lines = rows.map((i) => `${i + 1000},${i / 100},${1 - i / 100}`)
    const content = `id,a,b\n${lines.join('\n')}\n`
    const isFeature: IsFeature = ({ name }) => name !== 'id'
    expect((await profileOf(content, isFeature)).isCompositional).toBe(true)
    expect((await profileOf(content)).isCompositional).toBe(false)
  })

  it('says that it did not look in a file of more than 300 columns of numbers', async () => {
    const names = Array.from({ length: 301 }, (_, i) => `c${i}`)
    const lines = rows.map((i) => names.map((_, j) => i + j).join(','))
    const { twins, notes } = await profileOf(`${names.join(',')}\n${lines.join('\n')}\n`)
    expect(twins).toEqual([])
    expect(notes).toEqual([
      'Near-duplicate columns are only looked for in files of up to 100,000 rows and 300 columns of numbers.',
    ])
  })
})
