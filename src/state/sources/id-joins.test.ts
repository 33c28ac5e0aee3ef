import { describe, expect, it } from 'vitest'
import { columnOf, profileOf } from '../../files/testing/profile-of'
import type { Source } from '../../runs/contract'
import { idJoinsOf, type JoinRules } from './id-joins'
import { offersFor } from './id-offers'

const exact: JoinRules = { stores: [], files: [], products: [] }
const none = { store: null, product: null, category: null, value: null, group: null }

function file(role: Source['role'], name: string, ids: readonly string[]): Source {
  const need = role === 'product_map' ? 'product' : 'store'
  const profile = profileOf([columnOf({ name: need, levels: ids })])
  const columns = { ...none, [need]: need }
  return { id: name, role, name, file: { kind: 'path', name, path: name }, profile, columns }
}

function sales(stores: readonly string[], products: readonly string[]): Source {
  const columns = [
    columnOf({ name: 'store', levels: stores }),
    columnOf({ name: 'product', levels: products }),
  ]
  const source = file('sales', 'sales.csv', stores)
  return {
    ...source,
    profile: profileOf(columns),
    columns: { ...none, store: 'store', product: 'product' },
  }
}

describe('the join of the files on the desk', () => {
  it('puts every store of both sides into one of three lists', () => {
    const { stores } = idJoinsOf(
      [file('store_metrics', 'a.csv', ['1', '2', '3']), file('external', 'b.csv', ['2', '3', '4'])],
      exact,
    )
    expect(stores?.matching).toMatchObject({ onlyLeft: ['1'], onlyRight: ['4'] })
    expect(stores?.matching.pairs).toHaveLength(2)
  })

  it('finds several spellings of a product in the map', () => {
    const sources = [sales(['1'], ['7', '07', 'x']), file('product_map', 'map.csv', ['007'])]
    const rules: JoinRules = { ...exact, products: ['leading_zeros'] }
    expect(idJoinsOf(sources, exact).products?.matching.onlyLeft).toEqual(['07', '7', 'x'])
    expect(idJoinsOf(sources, rules).products?.matching).toMatchObject({
      onlyLeft: ['x'],
      onlyRight: [],
      byRule: [
        { left: '07', right: '007' },
        { left: '7', right: '007' },
      ],
    })
  })

  it('says of several external files which stores are in all, only here, and not here', () => {
    const sources = [
      file('external', 'b.csv', ['1', '2', '3']),
      file('external', 'a.csv', ['2', '3', '4']),
    ]
    expect(idJoinsOf(sources, exact).shared).toMatchObject({
      nStores: 4,
      nInAll: 2,
      files: [
        { name: 'a.csv', nStores: 3, onlyHere: ['4'], lacking: ['1'] },
        { name: 'b.csv', nStores: 3, onlyHere: ['1'], lacking: ['4'] },
      ],
    })
    expect(idJoinsOf(sources.slice(0, 1), exact).shared).toBeNull()
  })

  it('is not guessed where a file holds more ids than are kept', () => {
    const long = columnOf({ name: 'store', levelsAreComplete: false })
    const market = { ...file('external', 'b.csv', []), profile: profileOf([long]) }
    const other = file('external', 'c.csv', ['1'])
    const joins = idJoinsOf([file('store_metrics', 'a.csv', ['1']), market, other], exact)
    expect(joins).toEqual({ stores: null, products: null, between: [], shared: null })
  })
})

describe('rules that would match more', () => {
  const offersOf = (left: readonly string[], right: readonly string[]) => {
    const sources = [file('store_metrics', 'a.csv', left), file('external', 'b.csv', right)]
    const { stores } = idJoinsOf(sources, exact)
    return stores === null ? [] : [...offersFor(stores)].filter((offer) => offer !== null)
  }

  it('are each told with their pairs, and what they could not tell apart', () => {
    expect(offersOf(['007', '012', 'a', 'A'], ['7', '12', 'a '])).toMatchObject([
      { rule: 'trim', nAdded: 1, conflicts: [] },
      {
        rule: 'leading_zeros',
        nAdded: 2,
        rules: ['leading_zeros'],
        examples: [
          { left: '007', right: '7' },
          { left: '012', right: '12' },
        ],
      },
    ])
    const twice = offersOf(['07', 'x'], ['7', '007', 'X'])
    expect(twice.map(({ rule, nAdded }) => [rule, nAdded])).toEqual([['case', 1]])
  })

  it('all together only where that adds more than the best single one', () => {
    const rules = offersOf(['007', 'x'], ['7', 'X']).map(({ rule, nAdded }) => [rule, nAdded])
    expect(rules).toEqual([
      ['case', 1],
      ['leading_zeros', 1],
      ['all', 2],
    ])
  })

  it('are not looked for where one side has nothing left', () => {
    expect(offersOf(['1', '2'], ['1', '2', '3'])).toEqual([])
    expect(offersOf(['1', '2'], ['3', '4'])).toEqual([])
  })
})
