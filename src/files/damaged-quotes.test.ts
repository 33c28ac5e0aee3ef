import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'
import type { SourceProfile } from './source-profile'

async function profileOf(content: string): Promise<SourceProfile> {
  const inspection = await inspectFile('t.csv', new Blob([content]))
  if (!inspection.ok) throw new Error(inspection.failure.message)
  return inspection.profile
}

function noteOf({ notes }: SourceProfile): string | undefined {
  return notes.find((note) => note.includes('quote'))
}

describe('inspectFile of a text whose quotes do not pair up', () => {
  it('F-12 a quote never closed harms its own line only, and is told with its line', async () => {
    const profile = await profileOf('a,b\n1,x\n2,"y\n3,z\n4,z\n')
    expect(profile.preview).toEqual([
      ['1', 'x'],
      ['2', '"y'],
      ['3', 'z'],
      ['4', 'z'],
    ])
    expect(noteOf(profile)).toBe(
      '1 row with a quote that does not close where it should, first on line 3: read by the line, ' +
        'the quote kept as text.',
    )
  })

  it('F-12 the line is counted over the lines inside the cells before it', async () => {
    const profile = await profileOf('a,b\r\n"1\r\n\r\n2",x\r\n"3,"y"\r\n4,z\r\n')
    expect(profile.preview).toEqual([
      ['1\r\n\r\n2', 'x'],
      ['"3', 'y'],
      ['4', 'z'],
    ])
    expect(noteOf(profile)).toContain('first on line 5')
  })

  it.each([
    ['before a plain cell', '1,"2,3', ['1', '"2', '3']],
    ['before a plain cell, a quoted one behind it', '1,"2,"x, y"', ['1', '"2', 'x, y']],
    ['before a quoted cell', '1,""x, y",3', ['1', '"x, y', '3']],
    ['in the last cell', '1,2,"3', ['1', '2', '"3']],
    ['in the first cell', '"1,2,3', ['"1', '2', '3']],
    ['in the middle of a cell', '1,2"2,3', ['1', '2"2', '3']],
    ['inside a quoted cell', '1,"a "b" c",3', ['1', 'a "b" c', '3']],
    ['twice on a line', '"1,"2,3', ['"1', '"2', '3']],
  ])('F-12 a stray quote %s stays in its cell', async (_, line, cells) => {
    const profile = await profileOf(`a,b,c\n7,8,9\n${line}\n4,"5",6\n1,"x\ny",3\n`)
    expect(profile.preview).toEqual([['7', '8', '9'], cells, ['4', '5', '6'], ['1', 'x\ny', '3']])
  })

  it('F-12 a stray quote at the end of a line does not swallow the next one that ends in quotes', async () => {
    const profile = await profileOf('a,b,c\n1,2,"3\n4,5,"6"\n7,8,9\n')
    expect(profile.preview).toEqual([
      ['1', '2', '"3'],
      ['4', '5', '6'],
      ['7', '8', '9'],
    ])
  })

  it('F-12 line ends in well quoted cells are kept, also where a row is short', async () => {
    const profile = await profileOf('a,b,c\n1,"2\n\n2","3\n"\n"4\n5"\n6,7,8\n')
    expect(profile.preview).toEqual([['1', '2\n\n2', '3\n'], ['4\n5'], ['6', '7', '8']])
    expect(noteOf(profile)).toBeUndefined()
  })

  it('F-12 F-75 a quote open at the start of a long file costs one row', async () => {
    const profile = await profileOf(`a,b\n1,"x\n${'12345,67890\n'.repeat(100_000)}`)
    expect(profile.nRows).toBe(100_001)
    expect(profile.preview.slice(0, 2)).toEqual([
      ['1', '"x'],
      ['12345', '67890'],
    ])
    expect(noteOf(profile)).toContain('1 row with a quote')
  })

  it('F-12 a cell is never longer than the limit, however far away the next quote is', async () => {
    const profile = await profileOf(`a,b\n1,"x\n${'2,y\n'.repeat(30_000)}3,"z"\n`)
    expect(profile.nRows).toBe(30_002)
    expect(profile.preview[0]).toEqual(['1', '"x'])
  })
})
