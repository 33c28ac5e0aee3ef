import type { RunEvent } from './contract'
import { failureOf } from './failure-of'
import { startedLine } from './log-lines'
import type { RunLog } from './run-log'
import type { AssetTask, Execute, TaskResult } from './task'

type Performing = {
  readonly execute: Execute
  readonly emit: (event: RunEvent) => void
  readonly log: RunLog
}

/**
 * Has a task computed, and tells of it from its start. A thread that is lost while it computes fails
 * this asset only. Progress comes on a channel of its own and may arrive after the result: then it
 * is dropped.
 */
export async function performTask(
  task: AssetTask,
  { execute, emit, log }: Performing,
): Promise<TaskResult> {
  const { key, partition } = task
  const start = log.elapsed()
  let isOver = false
  emit({ type: 'started', key, partition })
  log.add(task, [startedLine], start)
  try {
    const result = await execute(task, (done, total, unit) => {
      const of = unit === undefined ? {} : { unit }
      if (!isOver) emit({ type: 'progressed', key, partition, done, total, ...of })
    })
    for (const line of result.log) log.add(task, [line], start + line.at)
    return result
  } catch (error) {
    return { ok: false, ms: log.elapsed() - start, failure: failureOf(task, error), log: [] }
  } finally {
    isOver = true
  }
}
