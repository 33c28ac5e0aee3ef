import { expect, test } from 'vitest'
import { beatAtWork, beatEvery } from './heartbeat'

test('work that lets no timer run beats by itself, no oftener than the timer would', () => {
  let time = 0
  const beats: number[] = []
  const beat = beatAtWork(
    () => beats.push(time),
    () => time,
  )
  for (; time <= 4 * beatEvery; time += 10) beat()
  expect(beats).toEqual([0, 1, 2, 3, 4].map((n) => n * beatEvery))
})
