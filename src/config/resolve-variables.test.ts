import { describe, expect, it } from 'vitest'
import { resolveVariables, variablesIn } from './resolve-variables'

const lookUp = (name: string) =>
  new Map([
    ['SEED', '7'],
    ['DIR', '/data'],
  ]).get(name)

describe('resolveVariables(document, lookUp)', () => {
  it('puts values and defaults in their places, at any depth', () => {
    const document = {
      job_params: { session_id: '${env:SEED,42}', n_init: '${env:N_INIT, 5}', tol: 0.1 },
      readers: { a: { config: { path: '${env:DIR}/${env:FILE,a.csv}' } } },
      list: ['${env:DIR}', null],
    }
    expect(resolveVariables(document, lookUp)).toEqual({
      ok: true,
      value: {
        job_params: { session_id: 7, n_init: 5, tol: 0.1 },
        readers: { a: { config: { path: '/data/a.csv' } } },
        list: ['/data', null],
      },
    })
  })

  it('names every variable that is not set and has no default, with its path', () => {
    const resolved = resolveVariables({ a: { b: '${env:X}' }, c: ['x ${env:Y}'] }, lookUp)
    expect(
      resolved.ok ? [] : resolved.faults.map(({ path, message }) => `${path}: ${message}`),
    ).toEqual([
      'a.b: The environment variable X is not set.',
      'c.0: The environment variable Y is not set.',
    ])
  })

  it('keeps a text that only looks like YAML', () => {
    expect(resolveVariables('${env:A,[}', lookUp)).toEqual({ ok: true, value: '[' })
  })
})

describe('variablesIn(document)', () => {
  it('lists each variable once with its default, at any depth', () => {
    const document = { a: '${env:X}/${env:Y, 5}', b: ['${env:X,z}'], c: { d: 'env:Q', e: null } }
    expect(variablesIn(document)).toEqual([
      { name: 'X', fallback: 'z' },
      { name: 'Y', fallback: '5' },
    ])
  })
})
