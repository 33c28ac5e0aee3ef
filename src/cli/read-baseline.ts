import { addressOf, assetId } from '../runs/address'
import { baselineOf } from '../runs/baseline-of'
import type { Baseline, RunRecord } from '../runs/contract'
import { isCarried } from '../runs/is-carried'
import { InputError } from './input-error'
import { type Storage, storageOf } from './node-ports'
import { readPublishedRun } from './published-run'

/**
 * The run whose files lie in a folder, as the baseline of the next one: the values that carry ids on
 * are copied to where that run looks for them; `to` is null where nothing may be written.
 * @throws {InputError} where there is no run, or a value of it is gone
 */
export async function readBaseline(folder: string, to: Storage | null): Promise<Baseline> {
  const from = storageOf(folder)
  const hint = 'Give the folder of an earlier run to --baseline, or leave it out.'
  const { run } = await readPublishedRun(folder, from, hint)
  if (to !== null) await lendValues(run, { folder, from, to })
  return baselineOf(run)
}

type Lending = { readonly folder: string; readonly from: Storage; readonly to: Storage }

async function lendValues({ assets }: RunRecord, { folder, from, to }: Lending): Promise<void> {
  for (const record of assets) {
    if (!isCarried(record) || record.dataVersion === null) continue
    const address = addressOf(record, record.dataVersion)
    if ((await to.cache.readSummary(address)) !== null) continue
    const entry = await from.cache.read(address)
    if (entry === null) throw new InputError([lostValue(assetId(record), folder)])
    await to.cache.write(address, entry)
  }
}

function lostValue(id: string, folder: string) {
  return {
    code: 'baseline_lost',
    message: `The run in ${folder} no longer has the value of ${id}, so no ids can be carried on.`,
    path: folder,
    hint: 'Run again into that folder: what is missing is made anew.',
  }
}
