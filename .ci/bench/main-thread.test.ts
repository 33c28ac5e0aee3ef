import { expect, test } from 'vitest'
import { tasksOf } from './main-thread.mjs'

const thread = (pid: number, name: string) => ({
  ph: 'M',
  name: 'thread_name',
  pid,
  tid: 1,
  args: { name },
})
const task = (pid: number, dur: number, tdur: number) => ({
  ph: 'X',
  name: 'ThreadControllerImpl::RunTask',
  pid,
  tid: 1,
  dur,
  tdur,
})

test('the tasks of the main thread that worked most are the page, those of others are not', () => {
  const events = [
    thread(1, 'CrRendererMain'),
    thread(2, 'CrRendererMain'),
    thread(3, 'DedicatedWorker thread'),
    task(1, 9000, 100),
    task(2, 60_000, 8000),
    task(2, 3000, 2000),
    task(3, 900_000, 900_000),
  ]
  expect(tasksOf(events)).toEqual([
    { wall: 60, cpu: 8 },
    { wall: 3, cpu: 2 },
  ])
})

test('a trace without a page has no tasks', () => {
  expect(tasksOf([])).toEqual([])
})
