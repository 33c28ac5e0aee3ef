import { describe, expect, test } from 'vitest'
import { headsOf } from './cluster-heads'

const orders = { before: 'internal_external', after: 'internal_external' } as const
const side = (id: string, matched: string | null) => ({ id, matched, name: null, size: 1 })

describe('headsOf(membership, orders, null)', () => {
  test('the same cluster has one colour, whatever its id in the later run', () => {
    const { rows, columns } = headsOf(
      {
        view: 'internal',
        rows: [side('1', '7'), side('2', '1')],
        columns: [side('7', '1'), side('1', '2')],
      },
      orders,
      null,
    )
    expect(rows.map(({ token }) => token.colorIndex)).toEqual([0, 1])
    expect(columns.map(({ token }) => [token.label, token.colorIndex])).toEqual([
      ['7', 0],
      ['1', 1],
    ])
  })

  test('a new cluster takes its own colour where it is free, else the next free one', () => {
    const rows = [side('1', '1'), side('2', '2')]
    const same = [side('1', '1'), side('2', '2')]
    const colorOf = (id: string) =>
      headsOf(
        { view: 'external', rows, columns: [...same, side(id, null)] },
        orders,
        null,
      ).columns.at(-1)?.token.colorIndex
    expect(colorOf('5')).toBe(4)
    const byOverlap = [side('2', '1'), side('3', '2'), side('1', null)]
    expect(
      headsOf({ view: 'external', rows, columns: byOverlap }, orders, null).columns[2]?.token,
    ).toMatchObject({ label: '1', colorIndex: 2 })
  })

  test('a merged cluster has the colour of its internal half, in the order of its run', () => {
    const { rows, columns } = headsOf(
      { view: 'merged', rows: [side('3_1', null)], columns: [side('1_3', null)] },
      { before: 'internal_external', after: 'external_internal' },
      { view: 'internal', rows: [side('3', '1')], columns: [side('1', '3'), side('3', null)] },
    )
    expect(rows[0]?.token).toMatchObject({ colorIndex: 2, order: 'internal_external' })
    expect(columns[0]?.token).toMatchObject({ colorIndex: 0, order: 'external_internal' })
  })
})
