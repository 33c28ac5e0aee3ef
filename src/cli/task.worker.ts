import { parentPort, workerData } from 'node:worker_threads'
import { executeHere } from './execute-here'
import { fileCache } from './file-cache'
import type { FromWorker, ToWorker, WorkerStart } from './task-messages'

/** A thread of the pool: one task at a time, its value written to the shared folder. */
const { valuesFolder }: WorkerStart = workerData
const execute = executeHere(fileCache(valuesFolder))
const send = (message: FromWorker) => parentPort?.postMessage(message)

const answer = async ({ task }: ToWorker) => {
  const result = await execute(task, (done, total) => send({ type: 'progress', done, total }))
  send({ type: 'result', result })
}

// A rejection is a defect: unhandled, it ends the thread, and the pool tells.
parentPort?.on('message', (message: ToWorker) => void answer(message))
