import { describe, expect, it } from 'vitest'
import { emptyConfiguration } from './configuration'
import { editDistance, nearest } from './nearest'
import { readConfiguration, writeConfiguration } from './yaml'

const text = `version: 1
preset: production-scripts
job_params:
  max_correlation: null
  exclude_stores:
    - "00123"
external:
  feature_weights:
    population: 40
readers:
  ns_sales:
    role: sales
    config:
      path: data/ns_sales.csv
      delimiter: ;
    columns:
      store: STORE_NBR
environments:
  prod:
    job_params:
      n_init: 20
`

describe('readConfiguration(text) and writeConfiguration(configuration)', () => {
  it('give back the text they were given', () => {
    const read = readConfiguration(text)
    if (!read.ok) throw new Error(JSON.stringify(read.faults))
    expect(writeConfiguration(read.value)).toBe(text)
  })

  it('read JSON, and an empty file as the defaults', () => {
    expect(readConfiguration('{"job_params": {"n_init": 3}}')).toEqual({
      ok: true,
      value: { ...emptyConfiguration, job_params: { n_init: 3 } },
    })
    expect(readConfiguration('')).toEqual({ ok: true, value: emptyConfiguration })
  })

  it('say in which line the YAML breaks', () => {
    const read = readConfiguration('version: 1\njob_params: {n_init: 3\n')
    expect(read.ok ? null : read.faults[0]).toMatchObject({
      code: 'unreadable_yaml',
      path: expect.stringMatching(/^line \d+, column \d+$/),
    })
  })

  it('refuse the same key twice', () => {
    const read = readConfiguration('job_params: {}\njob_params: {}\n')
    expect(read.ok ? null : read.faults[0]?.code).toBe('unreadable_yaml')
  })
})

describe('nearest(word, known)', () => {
  it('counts insertions, deletions, replacements and swaps', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3)
    expect(editDistance('n_inti', 'n_init')).toBe(1)
    expect(editDistance('', 'abc')).toBe(3)
  })

  it('is null where nothing comes close', () => {
    expect(nearest('banana', ['tol', 'n_init'])).toBeNull()
    expect(nearest('TOL', ['tol', 'n_init'])).toBe('tol')
    expect(nearest('x', [])).toBeNull()
  })
})
