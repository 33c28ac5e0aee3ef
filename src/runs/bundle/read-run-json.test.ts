import { expect, test } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import { profileOf } from '../../files/testing/profile-of'
import type { RunRecord } from '../contract'
import { runJson } from '../outputs/run-json'
import { readRunJson } from './read-run-json'

const { options } = profileOf([])
const run: RunRecord = {
  id: 'run-1',
  seq: 1,
  startedAt: '2026-01-02T03:04:05.000Z',
  ms: 5,
  status: 'success',
  selection: 'full_pipeline_job',
  configuration: emptyConfiguration,
  inputs: [
    {
      role: 'sales',
      name: 'sales.csv',
      digest: 'ab'.repeat(32),
      size: 9,
      columns: { store: 'STORE', product: null, category: null, value: null, group: null },
      options,
    },
  ],
  assets: [],
  errors: [],
  resultHash: null,
}

test('a run.json from before a file could be anything but text still opens', () => {
  const document: unknown = JSON.parse(runJson(run).text, (key, value: unknown) =>
    ['format', 'isGzip', 'sheet', 'headerRows', 'endLine'].includes(key) &&
    typeof value !== 'number'
      ? undefined
      : key === 'headerRows'
        ? undefined
        : value,
  )
  const text = JSON.stringify(document)
  for (const field of ['isGzip', 'sheet', 'headerRows', 'endLine'])
    expect(text).not.toContain(field)
  expect(readRunJson(text).inputs).toEqual(run.inputs)
})

test('a run.json keeps how a workbook was read', () => {
  const read = { ...options, format: 'xlsx' as const, sheet: 'Sales', headerRows: 2, endLine: 80 }
  const inputs = run.inputs.map((input) => ({ ...input, options: read }))
  expect(readRunJson(runJson({ ...run, inputs }).text).inputs).toEqual(inputs)
})

test('a run.json keeps the digest of a large file, with the number of its pieces', () => {
  const inputs = run.inputs.map((input) => ({ ...input, digest: `${input.digest}-180` }))
  expect(readRunJson(runJson({ ...run, inputs }).text).inputs).toEqual(inputs)
  const broken = run.inputs.map((input) => ({ ...input, digest: `${input.digest}-` }))
  expect(() => readRunJson(runJson({ ...run, inputs: broken }).text)).toThrow('a digest')
})
