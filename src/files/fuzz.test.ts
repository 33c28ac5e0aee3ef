import { describe, expect, it } from 'vitest'
import { describeFailed, runCase } from './testing/fuzz/fuzz-case'
import { madeCorpus } from './testing/fuzz/made-corpus'

/** `npm run fuzz` goes on from here, with files that were not made here among them. */
const nCases = 10_000

describe('the bytes of a file after a mutation', () => {
  it('N3 10,000 are each a table or a named failure, with every row accounted for', async () => {
    const corpus = [madeCorpus()]
    const failed: string[] = []
    for (let number = 0; number < nCases && failed.length < 3; number++) {
      const found = await runCase(corpus, number)
      if (found !== null) failed.push(describeFailed(found))
    }
    expect(failed).toEqual([])
  }, 900_000)
})
