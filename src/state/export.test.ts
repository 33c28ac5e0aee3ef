import { describe, expect, test } from 'vitest'
import { type OutputFile, outputName, writeOutput } from './export'
import { fakeServices } from './testing/fake-services'
import { realServices } from './testing/real-services'

const table: OutputFile = {
  kind: 'table',
  name: 'moves.csv',
  columns: ['store_nbr', 'from'],
  rows: [['-5', null]],
}
const text: OutputFile = { kind: 'text', name: 'run.json', text: '{}\n' }

async function bytesOf(file: OutputFile, format: Parameters<typeof writeOutput>[1]) {
  const written = await writeOutput(file, format, realServices().services)
  if (!written.ok) throw new Error(written.failure.message)
  return Buffer.from(await written.blob.arrayBuffer()).toString('latin1')
}

describe('writeOutput(file, format)', () => {
  test('gives the bytes of each format under its name', async () => {
    expect(await bytesOf(table, 'csv')).toBe('store_nbr,from\r\n-5,\r\n')
    expect(await bytesOf(table, 'csv_excel')).toMatch(/^ï»¿"store_nbr",from\r\n'-5,\r\n$/)
    expect(await bytesOf(table, 'json')).toBe('[\n{"store_nbr":"-5","from":null}\n]\n')
    expect(await bytesOf(table, 'xlsx')).toMatch(/^PK/)
    expect(await bytesOf(table, 'parquet')).toMatch(/^PAR1.*PAR1$/s)
    const names = (['csv', 'csv_excel', 'json', 'xlsx', 'parquet'] as const).map((format) =>
      outputName(table, format),
    )
    expect(names).toEqual(['moves.csv', 'moves.csv', 'moves.json', 'moves.xlsx', 'moves.parquet'])
  })

  test('leaves run.json as it is in every format', async () => {
    for (const format of ['csv', 'xlsx', 'json'] as const) {
      expect(await bytesOf(text, format)).toBe('{}\n')
      expect(outputName(text, format)).toBe('run.json')
    }
  })

  test('says what a format cannot hold, and what the thread refused', async () => {
    const twice: OutputFile = { ...table, columns: ['a', 'a'] }
    const { services } = realServices()
    const failure = { code: 'repeated_column', path: 'moves.csv:a' }
    for (const format of ['json', 'parquet'] as const)
      expect(await writeOutput(twice, format, services)).toMatchObject({ ok: false, failure })
    expect(await writeOutput(table, 'xlsx', fakeServices())).toMatchObject({ ok: false })
  })
})
