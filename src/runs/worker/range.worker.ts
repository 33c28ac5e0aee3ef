import * as Comlink from 'comlink'
import { fastestHash } from '../../files/digest'
import { tallyRange } from '../../files/kernel/tally-range'
import type { RangeApi } from './range-threads'

const openHash = fastestHash()

const api: RangeApi = {
  tally: async (blob, request, report) =>
    tallyRange(blob, request, { openHash: await openHash, report }),
}

Comlink.expose(api)
