import { describe, expect, it } from 'vitest'
import type { Configuration } from './configuration'
import { patchYaml } from './patch-yaml'
import { readConfiguration } from './yaml'

function read(text: string): Configuration {
  const checked = readConfiguration(text)
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults))
  return checked.value
}

/** The text after a change of what it says. */
function patched(text: string, change: (configuration: Configuration) => Configuration): string {
  const before = read(text)
  const after = change(before)
  const result = patchYaml(text, before, after)
  expect(read(result)).toEqual(after)
  return result
}

const job = (settings: object) => (configuration: Configuration) => ({
  ...configuration,
  job_params: { ...configuration.job_params, ...settings },
})

const without = (name: string) => (configuration: Configuration) => ({
  ...configuration,
  job_params: Object.fromEntries(
    Object.entries(configuration.job_params).filter(([key]) => key !== name),
  ),
})

const text = `# Settings of the autumn review.
version: 1

job_params:   # both branches
  # Agreed with Ana.
  session_id: 42       # never change
  norm_method: "robust"

  exclude_stores:
    - "00123"   # closed
    # flagship
    - '1E5'
    - "7" # small
  tol: 1.0e-4
external: { max_clusters: 12, min_clusters: 3 } # seen in May
# The end.
`

describe('patchYaml(text, before, after)', () => {
  it('gives the text back byte for byte where nothing differs', () => {
    expect(patched(text, (same) => ({ ...same }))).toBe(text)
  })

  it('writes a changed value in its place, in the quotes it had', () => {
    const changed = patched(text, job({ session_id: 7, norm_method: 'zscore' }))
    expect(changed).toBe(text.replace('42', '7').replace('"robust"', '"zscore"'))
  })

  it('takes a key out with the comment behind it; a comment on a line of its own stays', () => {
    expect(patched(text, without('session_id'))).toBe(
      text.replace('  session_id: 42       # never change\n', ''),
    )
    expect(patched(text, without('exclude_stores'))).toBe(
      text.replace(/  exclude_stores:[^]*"7" # small\n/, '  # flagship\n'),
    )
  })

  it('takes single items out of a list and puts new ones last', () => {
    const changed = patched(text, job({ exclude_stores: ['00123', '7', '9'] }))
    expect(changed).toBe(
      text.replace(`    - '1E5'\n    - "7" # small\n`, `    - "7" # small\n    - "9"\n`),
    )
  })

  it('puts a new key last in its section, and a new section where sections of its kind stand', () => {
    expect(patched(text, job({ n_init: 3 }))).toBe(
      text.replace('tol: 1.0e-4\n', 'tol: 1.0e-4\n  n_init: 3\n'),
    )
    expect(
      patched(text, (before) => ({ ...before, preset: 'python-package', internal: { n_init: 2 } })),
    ).toBe(
      text
        .replace('version: 1\n', 'version: 1\npreset: python-package\n')
        .replace('\nexternal:', '\ninternal:\n  n_init: 2\nexternal:'),
    )
  })

  it('takes a section out when its last key goes', () => {
    expect(patched(text, (before) => ({ ...before, external: {} }))).toBe(
      text.replace(/external:.*\n/, ''),
    )
  })

  it('goes on in the style of a flow map', () => {
    const external = { max_clusters: 12, min_clusters: 4, n_init: 5 }
    expect(patched(text, (before) => ({ ...before, external }))).toBe(
      text.replace('min_clusters: 3 }', 'min_clusters: 4, n_init: 5 }'),
    )
    expect(patched(text, (before) => ({ ...before, external: { min_clusters: 3 } }))).toBe(
      text.replace('max_clusters: 12, ', ''),
    )
    expect(patched(text, (before) => ({ ...before, external: { max_clusters: 12 } }))).toBe(
      text.replace(', min_clusters: 3', ''),
    )
  })

  it('stays JSON where the text is JSON', () => {
    const json = '{\n  "job_params": {\n    "n_init": 3\n  }\n}\n'
    const changed = patched(json, (before) => ({
      ...job({ norm_method: 'robust' })(before),
      external: { n_init: 4 },
    }))
    expect(JSON.parse(changed)).toEqual({
      job_params: { n_init: 3, norm_method: 'robust' },
      external: { n_init: 4 },
    })
  })

  it('fills an empty text, an empty section and an empty overlay', () => {
    expect(patched('', job({ n_init: 3 }))).toBe('job_params:\n  n_init: 3\n')
    expect(patched('# mine', job({ n_init: 3 }))).toBe('# mine\njob_params:\n  n_init: 3\n')
    expect(patched('job_params: # both\ninternal: {}\n', job({ n_init: 3 }))).toBe(
      'job_params: {n_init: 3} # both\ninternal: {}\n',
    )
    const overlaid = patched('environments:\n  prod:\n', (before) => ({
      ...before,
      environments: { prod: { job_params: { n_init: 20 } } },
    }))
    expect(overlaid).toBe('environments:\n  prod: {job_params: {n_init: 20}}\n')
    expect(patched(overlaid, (before) => ({ ...before, environments: { prod: {} } }))).toBe(
      'environments:\n  prod: {}\n',
    )
  })

  it('keeps comments inside a value that is written anew, above its key', () => {
    expect(patched(text, job({ exclude_stores: ['x'] }))).toBe(
      text.replace(
        /  exclude_stores:[^]*"7" # small\n/,
        '  # closed\n  # flagship\n  # small\n  exclude_stores: [x]\n',
      ),
    )
  })

  it('keeps variables that no change touches', () => {
    const seeded = 'job_params:\n  session_id: ${env:SEED,42} # from outside\n  n_init: 3\n'
    const before = read(seeded)
    expect(patchYaml(seeded, before, job({ n_init: 4 })(before))).toBe(
      seeded.replace('n_init: 3', 'n_init: 4'),
    )
  })

  it('keeps the line ends of the text', () => {
    const windows = text.replaceAll('\n', '\r\n')
    expect(patched(windows, job({ n_init: 3 }))).toBe(
      windows.replace('tol: 1.0e-4\r\n', 'tol: 1.0e-4\r\n  n_init: 3\r\n'),
    )
    const listed = 'job_params:\r\n  exclude_stores:\r\n    - "1" # closed\r\n'
    expect(patched(listed, job({ exclude_stores: ['1', '2'] }))).toBe(`${listed}    - "2"\r\n`)
  })

  it('writes all anew where two places share one value, and keeps every comment', () => {
    const shared =
      '# one\ninternal: &same { n_init: 3 } # two\nexternal: *same\njob_params: { tol: 0.1 }\n'
    const changed = patched(shared, (before) => ({ ...before, internal: { n_init: 4 } }))
    expect(changed).toMatch(/^# one\n# two\n/)
  })

  it('writes all anew where a value goes whose anchor another place repeats', () => {
    const shared = '# few\njob_params: { n_init: &few 3 }\ninternal: { max_clusters: *few }\n'
    expect(patched(shared, job({ n_init: 4 }))).toMatch(/^# few\n/)
    expect(patched(shared, without('n_init'))).toMatch(/^# few\n/)
  })
})
