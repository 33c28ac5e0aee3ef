import { assetId } from '../address'
import type { RunRecord } from '../contract'
import type { ReadValue } from '../values-made'

/** One of two runs, with the place where its values are kept. */
export type RunSide = { readonly run: RunRecord; readonly read: ReadValue }

/** The same side; `lost` tells, by id, which values it asked for in vain. */
export function noteLost({ run, read }: RunSide): RunSide & {
  readonly lost: () => readonly string[]
} {
  const lost = new Set<string>()
  return {
    run,
    read: async (record, only) => {
      const value = await read(record, only)
      if (value === null && record.dataVersion !== null) lost.add(assetId(record))
      return value
    },
    lost: () => [...lost],
  }
}
