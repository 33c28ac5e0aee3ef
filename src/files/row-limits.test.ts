import { describe, expect, it } from 'vitest'
import type { FileFailure } from './failure'
import { inspectFile } from './inspect'

/** A file of `n` equal pieces between a start and an end that is never held in memory at once. */
class MadeBlob extends Blob {
  readonly #parts: readonly [string, string, number, string]
  nRead = 0
  constructor(start: string, piece: string, n: number, end: string) {
    super([start, piece])
    this.#parts = [start, piece, n, end]
  }
  override stream(): ReturnType<Blob['stream']> {
    const [start, piece, n, end] = this.#parts
    const encoder = new TextEncoder()
    let i = -1
    return new ReadableStream({
      pull: (controller) => {
        const text = i < 0 ? start : i < n ? piece : end
        if (i++ > n) return controller.close()
        this.nRead += text.length
        controller.enqueue(encoder.encode(text))
      },
    })
  }
}

async function failureOf(blob: Blob): Promise<FileFailure> {
  const inspection = await inspectFile('t.csv', blob)
  if (inspection.ok) throw new Error('The file was read.')
  return inspection.failure
}

describe('the limits of rows and cells', () => {
  it.each([
    ['a cell of 50 MB', 'a,b\n1,"', 'x'.repeat(65_536), 800],
    ['a line of 100 MB', 'a,b\n', 'x,'.repeat(32_768), 1600],
    ['a line of 100 MB in one cell', 'a\n', 'x'.repeat(65_536), 1600],
  ] as const)(
    'F-16 %s is named with its line before it is in memory',
    async (_, start, piece, n) => {
      const blob = new MadeBlob(start, piece, n, '\n')
      expect(await failureOf(blob)).toMatchObject({ code: 'line_too_long', path: 't.csv:2' })
      expect(blob.nRead).toBeLessThan(10_000_000)
    },
  )

  it('F-16 a cell of more than 32,767 characters is named with its line', async () => {
    const failure = await failureOf(new Blob([`a\n1\n"${'x'.repeat(40_000)}"\n`]))
    expect(failure).toMatchObject({ code: 'cell_too_long', path: 't.csv:3' })
    expect(failure.message).toContain('has 40000 characters; the limit is 32767')
  })

  it('F-16 20,000 columns are named with the limit', async () => {
    const names = Array.from({ length: 20_000 }, (_, i) => `c${i}`).join(',')
    const failure = await failureOf(new Blob([`${names}\n1,2\n`]))
    expect(failure).toMatchObject({ code: 'too_many_columns', path: 't.csv:1' })
    expect(failure.message).toContain('20000 columns; the limit is 2000')
  })

  it('F-16 a header of 10,000 characters is a header', async () => {
    const inspection = await inspectFile('t.csv', new Blob([`${'n'.repeat(10_000)},b\n1,2\n`]))
    expect(inspection).toMatchObject({ ok: true, profile: { nRows: 1 } })
  })
})
