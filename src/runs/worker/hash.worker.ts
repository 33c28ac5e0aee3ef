import * as Comlink from 'comlink'
import { createByteHash } from '../../files/digest'
import type { HashApi } from './hash-client'

const hash = createByteHash()

const api: HashApi = {
  update: async (bytes) => {
    await (await hash).update(bytes)
    return Comlink.transfer(bytes.buffer, [bytes.buffer])
  },
  digest: async () => (await hash).digest(),
}

Comlink.expose(api)
