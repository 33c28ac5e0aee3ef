import { describe, expect, test, vi } from 'vitest'
import type { PictureAnswer, PictureContract } from '../../runs/picture'
import { createPictureDesk } from './picture-desk'

const valueOf = () => ({
  storeIds: ['a', 'b'],
  componentNames: ['PC1'],
  X: Float64Array.of(1, 2),
})
const places = Float64Array.of(0, 0, 1, 1)

/** A thread that is answered by the test. */
function deskOver() {
  const answers: ((answer: PictureAnswer) => void)[] = []
  const reports: ((share: number) => void)[] = []
  const stop = vi.fn()
  const draw: PictureContract['draw'] = (_request, report) => {
    reports.push(report)
    return new Promise((resolve) => answers.push(resolve))
  }
  return { desk: createPictureDesk({ pictures: { draw, stop } }), answers, reports, stop }
}

describe('the desk of pictures', () => {
  test('a picture is drawn once, with its progress, and kept for its value and seed', async () => {
    const { desk, answers, reports } = deskOver()
    const value = valueOf()
    const heard = vi.fn()
    desk.subscribe(heard)
    expect(desk.peek(value, 42)).toBeNull()
    desk.draw(value, 42)
    desk.draw(value, 42)
    expect(answers).toHaveLength(1)
    reports[0]?.(0.5)
    expect(desk.peek(value, 42)).toEqual({ step: 'drawing', share: 0.5 })
    answers[0]?.({ ok: true, places })
    await vi.waitFor(() => expect(desk.peek(value, 42)).toEqual({ step: 'drawn', places }))
    desk.draw(value, 42)
    expect(answers).toHaveLength(1)
    expect([desk.peek(value, 1), desk.peek(valueOf(), 42)]).toEqual([null, null])
    expect(heard).toHaveBeenCalledTimes(3)
  })

  test('one that is stopped, or gives way to another, is as if it was never asked for', async () => {
    const { desk, answers, reports, stop } = deskOver()
    const [first, second] = [valueOf(), valueOf()]
    desk.draw(first, 42)
    desk.draw(second, 42)
    expect(stop).toHaveBeenCalledOnce()
    expect(desk.peek(first, 42)).toBeNull()
    answers[0]?.({ ok: true, places })
    reports[0]?.(0.9)
    await Promise.resolve()
    expect(desk.peek(first, 42)).toBeNull()
    desk.stop()
    desk.stop()
    expect(stop).toHaveBeenCalledTimes(2)
    expect(desk.peek(second, 42)).toBeNull()
  })

  test('a failure is shown, and can be tried again', async () => {
    const { desk, answers } = deskOver()
    const value = valueOf()
    const failure = { code: 'x', message: 'No.', path: '', hint: 'Go.' }
    desk.draw(value, 42)
    answers[0]?.({ ok: false, failure })
    await vi.waitFor(() => expect(desk.peek(value, 42)).toEqual({ step: 'failed', failure }))
    desk.draw(value, 42)
    expect(answers).toHaveLength(2)
  })
})
