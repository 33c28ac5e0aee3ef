import { describe, expect, test } from 'vitest'
import { chunksWhileThere, workWhileThere } from './file-gone'

async function* broken(error: Error): AsyncGenerator<number> {
  yield 1
  throw error
}

async function drain(chunks: AsyncIterable<number>): Promise<void> {
  for await (const _ of chunks);
}

describe('F-17 a file that goes away between pick and run', () => {
  test.each(['NotFoundError', 'NotReadableError'])(
    'is named, with what to do next (%s)',
    async (name) => {
      const error = new DOMException('in words of the browser', name)
      const told = {
        failure: {
          code: 'file_not_readable',
          message:
            'market.csv cannot be read any more: it was changed, moved or removed after it was added.',
          path: 'market.csv',
          hint: expect.stringContaining('Add the file again'),
        },
      }
      await expect(drain(chunksWhileThere('market.csv', broken(error)))).rejects.toMatchObject(told)
      await expect(workWhileThere('market.csv', Promise.reject(error))).rejects.toMatchObject(told)
    },
  )

  test('is not blamed for another error', async () => {
    const defect = new Error('a defect')
    await expect(drain(chunksWhileThere('market.csv', broken(defect)))).rejects.toBe(defect)
    await expect(workWhileThere('market.csv', Promise.reject(defect))).rejects.toBe(defect)
    await expect(workWhileThere('market.csv', Promise.resolve(7))).resolves.toBe(7)
  })
})
