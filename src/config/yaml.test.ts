import { describe, expect, it } from 'vitest'
import { emptyConfiguration } from './configuration'
import { editDistance, nearest } from '../assets/nearest'
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
    const [fault] = read.ok ? [] : read.faults
    expect(fault).toMatchObject({ code: 'unreadable_yaml', line: 3, column: 1 })
    expect(fault?.message).not.toMatch(/line \d/)
  })

  it('refuse an alias without its anchor, and aliases that repeat without end', () => {
    const faultOf = (yaml: string) => {
      const read = readConfiguration(yaml)
      return read.ok ? null : read.faults[0]
    }
    expect(faultOf('version: 1\njob_params: { n_init: *few }\n')).toEqual({
      code: 'unreadable_yaml',
      message: 'There is no anchor &few above *few.',
      path: '',
      hint: 'Put a text that begins with * in quotes.',
      line: 2,
      column: 23,
    })
    const doubling = 'a: &a [x, x]\n'.concat(
      ...['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name, i) => {
        const above = 'abcdefgh'.charAt(i)
        return `${name}: &${name} [*${above}, *${above}]\n`
      }),
    )
    expect(faultOf(doubling)).toMatchObject({
      code: 'unreadable_yaml',
      message: 'Its aliases repeat one another too often to be written out.',
    })
  })

  it('say what a whole text is that is no map, and that there are several in one', () => {
    const faultOf = (yaml: string) => {
      const read = readConfiguration(yaml)
      return read.ok ? null : read.faults[0]?.message
    }
    expect(faultOf('hello')).toBe(
      'The configuration is "hello", expected a map of keys and values.',
    )
    expect(faultOf('version: 1\n---\nversion: 1\n')).toBe('There is more than one YAML document.')
    expect(faultOf('job_params: { n_init: .inf }')).toContain('n_init is Infinity, expected')
  })

  it('say where a fault is: at the key that is unknown, at the value that is wrong', () => {
    const faulty = [
      '# head',
      'version: 1',
      'external:',
      '  max_cluster: 3',
      '  feature_weights: { "Sales p.a.": x }',
      'internal: { n_init: 3, tol: no }',
      'readers:',
      '  sales: { role: sales, config: {} }',
      'environments:',
      '  prod.eu:',
      '    job_params:',
      '      n_init: "20"',
      '',
    ].join('\n')
    const read = readConfiguration(faulty)
    const places = read.ok
      ? []
      : read.faults.map(({ path, line, column }) => `${path} ${line}:${column}`)
    expect(places).toEqual([
      'internal.tol 6:29',
      'external.max_cluster 4:3',
      'external.feature_weights 5:20',
      'readers.sales.config.path 8:25',
      'environments.prod.eu.job_params.n_init 12:15',
    ])
  })

  it('say where a variable that is not set stands', () => {
    const text = 'job_params:\n  session_id: ${env:SEED}\n  n_inti: 3\n'
    const read = readConfiguration(text)
    expect(read.ok ? [] : read.faults.map(({ code }) => code)).toEqual([
      'unset_variable',
      'unknown_key',
    ])
    expect(read.ok ? null : read.faults[0]).toMatchObject({
      code: 'unset_variable',
      line: 2,
      column: 15,
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
