import { expect, test } from 'vitest'
import { fileFormats, formatOf } from './file-format.model'

test('five formats, CSV for tools first, each with a name of its own', () => {
  expect(fileFormats.map(({ label }) => label)).toEqual([
    'CSV',
    'CSV for Excel',
    'Excel workbook',
    'Parquet',
    'JSON',
  ])
  expect(formatOf('parquet').label).toBe('Parquet')
})
