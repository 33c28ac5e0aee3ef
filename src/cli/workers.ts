import { availableParallelism } from 'node:os'
import { poolSize } from '../runs/pool-size'
import { usageError } from './input-error'

export const workersOption = { workers: { type: 'string' } } as const

/** How many threads compute; as many as the page would take where nothing is said. */
export function readWorkers(text: string | undefined): number {
  if (text === undefined) return poolSize(availableParallelism())
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= 64) return count
  throw usageError(`--workers is "${text}".`, 'Write a whole number from 1 to 64.')
}
