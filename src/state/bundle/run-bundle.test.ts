import { expect, test, vi } from 'vitest'
import { makeRunBundle } from './run-bundle'
import { fakeServices } from '../testing/fake-services'
import { withFiles } from '../testing/with-files'

test('makeRunBundle(run, sources, services): a storage or a thread that fails is a failure in words', async () => {
  const services = fakeServices()
  const { state } = await withFiles(services)
  await state().startRun('full_pipeline_job')
  const [run] = state().runs
  vi.spyOn(services.storage, 'readLog').mockRejectedValue(new Error('no storage'))
  const made = await makeRunBundle(run, [], services)
  expect(made).toMatchObject({ ok: false, failure: { message: 'no storage' } })
})
