import { describe, expect, test } from 'vitest'
import { bundleSentence } from './bundle-words'

const failure = { code: 'x', message: 'The map is missing.', path: '', hint: 'Add it.' }
const difference = { where: 'a.csv', what: 'file', inBundle: 'ab', here: 'missing' }
const say = (progress: Parameters<typeof bundleSentence>[1]) =>
  bundleSentence('run-3.zip', progress)

describe('what is said of a bundle', () => {
  test('identical has its figures and where the run is', () => {
    const progress = {
      step: 'identical',
      nAssets: 42,
      nStores: 1,
      resultHash: '0123456789abcdef',
      kept: { id: 'a', seq: 7, wasHere: false },
    } as const
    expect(say(progress)).toMatchObject({
      title: 'Identical: 42 assets, 1 store, result hash 0123456789ab',
      detail: 'Kept as run 7, with its name, note and log.',
      tone: 'good',
    })
    const again = { ...progress, resultHash: null, kept: { id: 'a', seq: 7, wasHere: true } }
    expect(say(again)).toMatchObject({
      title: 'Identical: 42 assets, 1 store, no store placed',
      detail: 'It is run 7, which was here already: nothing was added.',
    })
  })

  test('ids that come from a run that is not here are said, with the way to keep them', () => {
    const kept = { id: 'a', seq: 1, wasHere: false }
    const made = { step: 'identical', nAssets: 2, nStores: 2, resultHash: null, kept } as const
    expect(bundleSentence('run-3.zip', made, 4).detail).toBe(
      'Kept as run 1, with its name, note and log. Its cluster ids come from run 4, which is not here: make this run the baseline to carry them on.',
    )
  })

  test('a difference says what was kept, and why not', () => {
    const progress = { step: 'different', differences: [difference], failure: null } as const
    const kept = { id: 'b', seq: 8, wasHere: false }
    expect(say({ ...progress, kept })).toMatchObject({
      title: 'Not identical: 1 difference',
      detail: 'The run made anew is kept as run 8, a run of its own.',
      tone: 'warn',
    })
    expect(say({ ...progress, kept: { ...kept, wasHere: true } }).detail).toBe(
      'The run made anew is run 8, which was here already.',
    )
    expect(say({ ...progress, kept: null, failure }).detail).toBe(
      'The run could not be made anew. The map is missing. Add it.',
    )
  })

  test('a bundle without data counts the files that it needs', () => {
    const file = { name: 'a.csv', size: 1, digest: 'd' }
    expect(say({ step: 'waiting', needed: [file] }).detail).toMatch(/^Add the file below/)
    expect(say({ step: 'waiting', needed: [file, file] }).detail).toMatch(/^Add the 2 files below/)
  })

  test('a refusal is said in its own words', () => {
    expect(say({ step: 'failed', failure })).toEqual({
      title: 'The map is missing.',
      detail: 'Add it.',
      tone: 'fail',
    })
  })

  test('what goes on is named', () => {
    expect(say({ step: 'reading' }).title).toBe('Reading run-3.zip')
    expect(say({ step: 'running', nFiles: 1 }).title).toBe('Making the run anew')
    expect(say({ step: 'comparing', nFiles: 1 }).title).toBe('Comparing with the bundle')
  })
})
