import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { pieceOutcome } from '../runs/pieces/piece'
import { executeHere } from './execute-here'
import { fileCache } from './file-cache'
import { openFile } from './node-ports'
import { remoteBoard } from './remote-board'
import type { FromWorker, ToWorker, WorkerStart } from './task-messages'

/** A thread of the pool: one task or piece at a time, values written to the shared folder. */
function serve(port: MessagePort): void {
  const { valuesFolder }: WorkerStart = workerData
  const cache = fileCache(valuesFolder)
  const send = (message: FromWorker) => port.postMessage(message)
  const board = remoteBoard(send)
  const execute = executeHere(cache, board)

  const answer = async (message: ToWorker) => {
    if (message.type === 'task') {
      const result = await execute(message.task, (done, total, unit) =>
        send({ type: 'progress', done, total, unit }),
      )
      send({ type: 'result', result })
    } else if (message.type === 'piece') {
      const tell = (done: number) => send({ type: 'piece progress', done })
      send({ type: 'outcome', outcome: await pieceOutcome(message.piece, { openFile, tell }) })
    } else board.hear(message)
  }
  // A rejection is a defect: unhandled, it ends the thread, and the pool tells.
  port.on('message', (message: ToWorker) => void answer(message))
}

if (parentPort !== null) serve(parentPort)
