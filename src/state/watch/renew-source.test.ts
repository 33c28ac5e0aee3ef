import { describe, expect, test } from 'vitest'
import { inspectFile } from '../../files/inspect'
import type { ReadOverrides } from '../../files/source-profile'
import type { Client } from '../services'
import { type ReadyEntry, understand } from '../sources/understand-source'
import { renewSource, withBytes } from './renew-source'

const inspect: Client['inspect'] = async (file, overrides, report) => {
  if (file.kind !== 'blob') throw new Error(`${file.name} is no blob`)
  return inspectFile(file.name, file.blob, { overrides, report })
}

const fileOf = (text: string, lastModified = 1) => new File([text], 'market.csv', { lastModified })

async function entryOf(text: string, overrides: ReadOverrides = {}): Promise<ReadyEntry> {
  const file = { kind: 'blob', name: 'market.csv', blob: fileOf(text) } as const
  const result = await inspect(file, overrides, () => undefined)
  if (!result.ok) throw new Error(result.failure.message)
  return understand({ id: 'm', file, profile: result.profile, overrides })
}

async function renew(entry: ReadyEntry, text: string) {
  const renewal = await renewSource(entry, fileOf(text, 2), { inspect })
  if (renewal.kind !== 'renewed') throw new Error(renewal.kind)
  return withBytes(entry, renewal.bytes).source
}

const rows = (delimiter: string, n = 12) =>
  ['store_id', 'visits', 'income']
    .join(delimiter)
    .concat(
      '\n',
      ...Array.from({ length: n }, (_, i) => `${[`0${i}`, i * 7, i * 11].join(delimiter)}\n`),
    )

describe('a file of the desk that was written again', () => {
  test('is the same while its bytes are', async () => {
    const entry = await entryOf(rows(','))
    expect(await renewSource(entry, fileOf(rows(','), 99), { inspect })).toEqual({ kind: 'same' })
  })

  test('keeps role and columns that were chosen, and has the age of the new bytes', async () => {
    const entry = await entryOf(rows(','))
    const chosen: ReadyEntry = {
      ...entry,
      source: {
        ...entry.source,
        role: 'store_metrics',
        columns: { ...entry.source.columns, store: 'income' },
      },
    }
    const source = await renew(chosen, rows(',', 20))
    expect(source).toMatchObject({
      role: 'store_metrics',
      columns: { store: 'income', category: null },
      profile: { nRows: 20 },
      modifiedAt: 2,
    })
  })

  test('is guessed anew where another program wrote it with another delimiter', async () => {
    const source = await renew(await entryOf(rows(',')), rows(';', 20))
    expect(source.profile.options.delimiter).toBe(';')
  })

  test('is read with the options that a person fixed', async () => {
    const entry = await entryOf(rows('a'), { delimiter: 'a' })
    expect((await renew(entry, rows('a', 20))).profile).toMatchObject({
      nRows: 20,
      options: { delimiter: 'a' },
    })
  })

  test('is read as the file before where a guess loses its columns: after a reload nobody fixed any', async () => {
    const entry = { ...(await entryOf(rows('a'), { delimiter: 'a' })), overrides: {} }
    expect((await renew(entry, rows('a', 20))).profile.options.delimiter).toBe('a')
  })

  test('is refused without a column in use, with the next step', async () => {
    const entry = await entryOf(rows(','))
    const renewal = await renewSource(entry, fileOf(rows(',').replace('store_id', 'shop')), {
      inspect,
    })
    expect(renewal).toMatchObject({
      kind: 'refused',
      failure: {
        code: 'columns_gone',
        message: 'market.csv was written without store_id (store).',
      },
    })
  })
})
