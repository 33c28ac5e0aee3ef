import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { documentEdits } from './document-edits'
import { isMap, type PlainMap } from './fault'
import { patchYaml } from './patch-yaml'
import { commentedYaml } from './testing/commented-yaml'
import { randomConfiguration } from './testing/random-configuration'
import { toDocument } from './to-document'
import { readConfiguration } from './yaml'
import { commentsIn } from './yaml-text'

const choices = fc.array(fc.nat(59), { minLength: 20, maxLength: 60 })

describe('patchYaml(text, before, after), for any two configurations and any way to write them', () => {
  it('says exactly what it should, keeps comments and the order of keys', () => {
    fc.assert(
      fc.property(randomConfiguration, randomConfiguration, choices, (before, after, how) => {
        const { text, behind, own } = commentedYaml(toDocument(before), how)
        expect(readConfiguration(text)).toEqual({ ok: true, value: before })
        const patched = patchYaml(text, before, after)
        expect(readConfiguration(patched)).toEqual({ ok: true, value: after })

        const left = commentsIn(patched).map((comment) => comment.text)
        const removed = documentEdits(toDocument(before), toDocument(after))
          .filter(({ kind }) => kind === 'remove')
          .map(({ path }) => path)
        const isGone = (path: readonly string[]) =>
          removed.some((gone) => gone.every((key, i) => path[i] === key))
        const kept = [...own, ...behind.flatMap((one) => (isGone(one.path) ? [] : [one.text]))]
        expect(kept.filter((comment) => !left.includes(comment))).toEqual([])
        expectSameOrder(parseDocument(text).toJS(), parseDocument(patched).toJS())
      }),
      { numRuns: 60 },
    )
  })

  it('changes nothing where nothing changes, and leads back to where it started', () => {
    fc.assert(
      fc.property(randomConfiguration, choices, (configuration, how) => {
        const { text } = commentedYaml(toDocument(configuration), how)
        expect(patchYaml(text, configuration, structuredClone(configuration))).toBe(text)
      }),
    )
  })
})

/** Keys that both maps have stand in the same order in both. */
function expectSameOrder(before: unknown, after: unknown) {
  if (!isMap(before) || !isMap(after)) return
  const shared = (one: PlainMap, other: PlainMap) =>
    Object.keys(one).filter((key) => Object.hasOwn(other, key))
  expect(shared(after, before)).toEqual(shared(before, after))
  for (const key of shared(before, after)) expectSameOrder(before[key], after[key])
}
