import * as Comlink from 'comlink'
import { fastestHash } from '../../files/digest'
import { tallyRange } from '../../files/kernel/tally-range'
import type { RangeApi } from './range-threads'

const openHash = fastestHash()

/** Bytes between two messages of progress: one for every piece takes a thirtieth of the time. */
const reportEvery = 2 ** 23

const api: RangeApi = {
  tally: async (blob, request, tell) => {
    let nTold = 0
    const report = (nBytes: number): void => {
      if (nBytes < nTold + reportEvery) return
      nTold = nBytes
      tell(nBytes)
    }
    return tallyRange(blob, request, { openHash: await openHash, report })
  },
}

Comlink.expose(api)
