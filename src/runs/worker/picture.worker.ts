import * as Comlink from 'comlink'
import { umapPicture } from '../../assets/umap-picture'
import { beatAtWork, beatEvery, heartbeat } from './heartbeat'
import type { PictureApi } from './picture-client'

const beat = () => postMessage(heartbeat)

const api: PictureApi = {
  draw: async ({ rows, seed }, report) => {
    let share = 0
    // The work leaves no timer a turn: it beats and reports itself.
    const tell = beatAtWork(() => {
      beat()
      report(share)
    }, Date.now)
    const places = umapPicture(rows, seed, (done) => {
      share = done
      tell()
    })
    return Comlink.transfer(places, [places.buffer])
  },
}

setInterval(beat, beatEvery)
beat()
Comlink.expose(api)
