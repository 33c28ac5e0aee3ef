import * as Comlink from 'comlink'
import { afterEach, expect, test } from 'vitest'
import { performPiece } from '../pieces/piece'
import { openSales, salesPlan } from '../testing/sales-file'
import { handOver } from './hand-over'

const ports: MessagePort[] = []
afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

test('the sums of a piece cross to another thread whole, and are not copied', async () => {
  const csv = 'STORE,SKU,CAT,SALES\n1,1,A,2.50\n2,3,B,1.25\n2,9,A,n.a.\n'
  const { source, blob } = await openSales(csv)
  const { file, profile } = source
  const piece = {
    file,
    profile,
    plan: salesPlan,
    range: { start: 0, end: Infinity, isExact: true },
  }
  const make = () => performPiece(piece, { openFile: () => blob, tell: () => undefined })
  const kept = await make()
  const sent = await make()
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  const outcome = { ok: true, result: sent } as const
  Comlink.expose({ perform: () => handOver(outcome, [outcome]) }, port1)
  const got = await Comlink.wrap<{ perform: () => typeof outcome }>(port2).perform()
  expect(got.result).toEqual(kept)
  expect(sent.categories.every(({ lanes }) => lanes.byteLength === 0)).toBe(true)
})
