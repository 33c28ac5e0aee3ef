import { Worker } from 'node:worker_threads'
import type { AssetTask, Execute, TaskResult } from '../runs/task'
import type { FromWorker, ToWorker, WorkerStart } from './task-messages'

export type Pool = {
  readonly execute: Execute
  /** Ends the threads; to be called when no task is under way. */
  readonly close: () => Promise<void>
}

/**
 * Threads that compute tasks, started when first needed and used again. The caller asks for at most
 * as many tasks at once as it wants threads.
 */
export function createPool(entry: URL, start: WorkerStart): Pool {
  const idle: Worker[] = []
  const all = new Set<Worker>()
  const open = () => {
    const worker = new Worker(entry, { workerData: start })
    all.add(worker)
    return worker
  }
  return {
    execute: async (task, report) => {
      const worker = idle.pop() ?? open()
      const result = await runOn(worker, task, report)
      idle.push(worker)
      return result
    },
    close: async () => {
      await Promise.all([...all].map((worker) => worker.terminate()))
    },
  }
}

/** Rejects when the thread dies: that is a defect, or the machine has no memory left. */
function runOn(
  worker: Worker,
  task: AssetTask,
  report: (done: number, total: number) => void,
): Promise<TaskResult> {
  return new Promise((resolve, reject) => {
    const settle = (then: () => void) => {
      worker.off('message', listen).off('error', fail).off('exit', end)
      then()
    }
    const listen = (message: FromWorker) => {
      if (message.type === 'progress') report(message.done, message.total)
      else settle(() => resolve(message.result))
    }
    const fail = (error: unknown) => settle(() => reject(error))
    const end = (code: number) =>
      settle(() => reject(new Error(`The thread of ${task.key} ended with code ${code}.`)))
    worker.on('message', listen).on('error', fail).on('exit', end)
    const message: ToWorker = { task }
    worker.postMessage(message)
  })
}
