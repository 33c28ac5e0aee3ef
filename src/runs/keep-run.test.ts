import { expect, test } from 'vitest'
import { AssetError } from '../assets/failure'
import { createMemoryRunStore } from './cache/memory-run-store'
import { keepRun } from './keep-run'
import { draft } from './testing/fresh-storage'

const failure = { code: 'storage_full', message: 'No room.', path: 'logs', hint: 'Make room.' }
const refuse = () => Promise.reject(new AssetError(failure))

test('keepRun(draft, entries, ports) keeps the record though its log cannot be saved, and says so', async () => {
  const runs = createMemoryRunStore()
  const kept = await keepRun(draft('one'), [], { runs, log: { write: refuse } })
  expect(kept).toMatchObject({ seq: 1, errors: [failure] })
  expect(await runs.list()).toEqual([kept])
})

test('keepRun(draft, entries, ports) answers with a record that cannot be saved, without a number', async () => {
  const kept = await keepRun(draft('one'), [], { runs: { append: refuse } })
  expect(kept).toMatchObject({ id: 'one', seq: 0, errors: [failure] })
})

test('keepRun(draft, entries, ports) throws what nobody expected', async () => {
  const broken = () => Promise.reject(new TypeError('a defect'))
  await expect(keepRun(draft('one'), [], { runs: { append: broken } })).rejects.toThrow('a defect')
})
