import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { idRules, type IdRule, rulesOf } from './id-rules'
import { matchIds } from './match-ids'
import { normalForm } from './normal-form'
import { proposeRules } from './propose-rules'
import { createIdLookup } from './id-lookup'

/** Ids as chains have them, and those that go wrong: a seeded list, all of them different. */
const bases = [
  ...Array.from({ length: 300 }, (_, i) => String(i * 7 + 1)),
  ...Array.from({ length: 150 }, (_, i) => `Store-${i} Zürich Åß`),
  ...Array.from({ length: 50 }, (_, i) => `京都ガ店"${i}"'x'`),
]

const isNumber = (id: string) => /^\d+$/.test(id)
const wide = (id: string) =>
  id.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))

/** F-42: what happens to an id on its way through spreadsheets and exports, and the rule for it. */
const transforms: readonly (readonly [string, IdRule, (id: string) => string])[] = [
  ['blanks around', 'trim', (id) => `  ${id}\t`],
  ['NBSP around', 'trim', (id) => `\u00a0${id}\u202f`],
  ['marks without width', 'trim', (id) => `\u200b${id.slice(0, 1)}\u2060${id.slice(1)}`],
  ['a BOM in front', 'trim', (id) => `\ufeff${id}`],
  ['quotes around', 'trim', (id) => `"${id}"`],
  ['small letters', 'case', (id) => id.toLowerCase()],
  ['capital letters', 'case', (id) => id.toUpperCase()],
  ['decomposed letters', 'nfc', (id) => id.normalize('NFD')],
  ['full-width letters', 'nfc', wide],
  ['other hyphens and quotes', 'nfc', (id) => id.replace('-', '\u2011').replaceAll('"', '”')],
  ['leading zeros', 'leading_zeros', (id) => (isNumber(id) ? id.padStart(8, '0') : id)],
  ['a decimal zero', 'decimal_zero', (id) => (isNumber(id) ? `${id}.00` : id)],
]

describe('F-42: an id that was changed on its way is found by the rule for it', () => {
  test.each(transforms)('%s: by %s', (_, rule, change) => {
    const changed = bases.map(change)
    const nEqual = changed.filter((id, i) => id === bases[i]).length
    expect(nEqual).toBeLessThan(bases.length)
    expect(bases).toHaveLength(500)
    const { pairs, byRule, conflicts } = matchIds(bases, changed, [rule])
    expect(conflicts).toEqual([])
    expect(byRule).toHaveLength(500 - nEqual)
    const expected = new Map(bases.map((id, i) => [id, changed[i]]))
    for (const { left, right } of pairs) expect(right).toBe(expected.get(left))
    expect(matchIds(bases, changed, idRules).pairs).toHaveLength(500)
    const offer = proposeRules(bases, changed).find((one) => one.rule === rule)
    expect(offer).toMatchObject({ nExact: nEqual, nMatched: 500, nAdded: 500 - nEqual })
  })

  test('two ids with one normal form are a conflict: shown, and matched only where they are equal', () => {
    const matched = matchIds(['7', '007', 'a', '10'], ['07', '7', 'A', '010', '0010'], idRules)
    expect(matched.pairs).toEqual([
      { left: '7', right: '7' },
      { left: 'a', right: 'A' },
    ])
    expect(matched.onlyLeft).toEqual(['007', '10'])
    expect(matched.onlyRight).toEqual(['0010', '010', '07'])
    expect(matched.conflicts).toEqual([
      { form: '10', left: ['10'], right: ['0010', '010'] },
      { form: '7', left: ['007', '7'], right: ['07', '7'] },
    ])
  })

  test('two ids of one form that are both equal on the other side are no conflict', () => {
    const matched = matchIds(['7', '007'], ['7', '007'], ['leading_zeros'])
    expect(matched).toMatchObject({ conflicts: [], byRule: [], onlyLeft: [], onlyRight: [] })
    expect(matched.pairs).toHaveLength(2)
  })
})

describe('F-41: no id is joined by accident', () => {
  it('keeps 00007 and 7, 1001 and 01001 apart until a rule is chosen, and offers it', () => {
    const [left, right] = [
      ['00007', '1001', 'x'],
      ['7', '01001', 'x'],
    ]
    expect(matchIds(left, right)).toEqual({
      pairs: [{ left: 'x', right: 'x' }],
      byRule: [],
      onlyLeft: ['00007', '1001'],
      onlyRight: ['01001', '7'],
      conflicts: [],
    })
    const offers = proposeRules(left, right)
    expect(offers.map(({ rule, nAdded }) => [rule, nAdded])).toEqual([
      ['trim', 0],
      ['nfc', 0],
      ['case', 0],
      ['leading_zeros', 2],
      ['decimal_zero', 0],
      ['all', 2],
    ])
    expect(offers[3]).toEqual({
      rule: 'leading_zeros',
      rules: ['leading_zeros'],
      nExact: 1,
      nMatched: 3,
      nAdded: 2,
      nConflicts: 0,
      examples: [
        { left: '00007', right: '7' },
        { left: '1001', right: '01001' },
      ],
    })
  })

  it('offers what a rule adds to the rules in use', () => {
    const offers = proposeRules(['a', '007'], ['A', '7'], ['case'])
    expect(offers.map(({ nAdded }) => nAdded)).toEqual([0, 0, 0, 1, 0, 1])
    expect(offers[3]).toMatchObject({ rules: ['case', 'leading_zeros'], nMatched: 2 })
    expect(offers[3].examples).toEqual([{ left: '007', right: '7' }])
  })

  it('leaves words, decimals and single zeros alone', () => {
    const rules: readonly IdRule[] = ['leading_zeros', 'decimal_zero']
    const same = ['0', '0x7', 'A007', '12.5', '-07', '1e5', '.0', '1.0.0']
    expect(same.map((id) => normalForm(id, rules))).toEqual(same)
    const ids = ['000', '0012.0', '12.', '007']
    expect(ids.map((id) => normalForm(id, rules))).toEqual(['0', '12', '12', '7'])
  })
})

const pieces = fc.constantFrom(
  '0',
  '7',
  '10',
  ' ',
  '\u00a0',
  'a',
  'A',
  'ß',
  'é',
  'e\u0301',
  '.0',
  '"',
  '-',
  '‑',
  '１',
)
const anyId = fc.oneof(
  fc.array(pieces, { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 6 }),
)
const anyIds = fc.array(anyId, { maxLength: 30 })
const anyRules = fc.subarray([...idRules])

describe('whatever the ids', () => {
  test('each is in one pair or on one side, and equal ids stay a pair', () => {
    fc.assert(
      fc.property(anyIds, anyIds, anyRules, (left, right, rules) => {
        const { pairs, byRule, onlyLeft, onlyRight } = matchIds(left, right, rules)
        const lefts = [...pairs.map((pair) => pair.left), ...onlyLeft]
        const rights = [...pairs.map((pair) => pair.right), ...onlyRight]
        expect(lefts.toSorted()).toEqual([...new Set(left)].toSorted())
        expect(rights.toSorted()).toEqual([...new Set(right)].toSorted())
        const exact = pairs.filter((pair) => pair.left === pair.right)
        expect(exact).toEqual(matchIds(left, right).pairs)
        expect(exact.length + byRule.length).toBe(pairs.length)
      }),
      { numRuns: 500 },
    )
  })

  test('neither the order of the ids, nor which side is which, nor the order of the rules matters', () => {
    fc.assert(
      fc.property(anyIds, anyIds, anyRules, (left, right, rules) => {
        const there = matchIds(left, right, rules)
        expect(matchIds(left.toReversed(), right.toReversed(), rules.toReversed())).toEqual(there)
        const back = matchIds(right, left, rules)
        const turned = back.pairs.map((pair) => `${pair.right}\n${pair.left}`)
        expect(turned.toSorted()).toEqual(
          there.pairs.map((pair) => `${pair.left}\n${pair.right}`).toSorted(),
        )
        expect([back.onlyRight, back.onlyLeft]).toEqual([there.onlyLeft, there.onlyRight])
        expect(back.conflicts.length).toBe(there.conflicts.length)
      }),
      { numRuns: 500 },
    )
  })

  test('a normal form is its own normal form, and never empty', () => {
    fc.assert(
      fc.property(anyId, anyRules, (id, rules) => {
        const form = normalForm(id, rules)
        expect(normalForm(form, rules)).toBe(form)
        expect(form === '').toBe(id === '')
      }),
      { numRuns: 2000 },
    )
  })

  test('a lookup finds what the matching pairs, where no two ids of the other side are alike', () => {
    fc.assert(
      fc.property(anyIds, anyIds, anyRules, (left, right, rules) => {
        const { pairs } = matchIds(left, right, rules)
        const lookup = createIdLookup(left, rules)
        for (const pair of pairs) expect(left[lookup.indexOf(pair.right)]).toBe(pair.left)
      }),
    )
  })
})

test('a lookup finds equal ids first, then by rule, and lists what it cannot tell apart', () => {
  const lookup = createIdLookup(['7', '007', '12', 'a'], ['leading_zeros'])
  expect(['7', '007', '07', '0012', 'A'].map(lookup.indexOf)).toEqual([0, 1, -1, 2, -1])
  expect(lookup.conflicts).toEqual([{ form: '7', ids: ['007', '7'] }])
  expect(createIdLookup(['7', '7'], []).indexOf('7')).toBe(0)
})

test('a setting is read as a list of rules, each once and in one order', () => {
  expect(rulesOf('exact')).toEqual([])
  expect(rulesOf('case')).toEqual(['case'])
  expect(rulesOf(['decimal_zero', 'trim', 'trim'])).toEqual(['trim', 'decimal_zero'])
})

test('40,000 ids are matched by every rule in time that grows with them', () => {
  const left = Array.from({ length: 40_000 }, (_, i) => String(i))
  const right = left.map((id) => id.padStart(6, '0'))
  expect(matchIds(left, right, idRules).byRule).toHaveLength(40_000)
  const long = `${'0'.repeat(200_000)}x`
  expect(normalForm(long, idRules)).toBe(long.toUpperCase())
  expect(normalForm(`${'" '.repeat(100_000)}x`, idRules).length).toBeGreaterThan(1)
})
