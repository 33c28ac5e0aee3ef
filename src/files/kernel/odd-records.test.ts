import { expect, test } from 'vitest'
import type { ByteWindow } from './byte-pieces'
import { createOddRecords } from './odd-records'

const dialect = { delimiter: ',', quote: '"', escape: '"' }

function windowOf(text: string): ByteWindow {
  const bytes = new TextEncoder().encode(text)
  const view = new DataView(bytes.buffer)
  return { bytes, view, at: 0, end: bytes.length, offset: 0, line: 1, isLast: true }
}

test('rows come before the end of the file where quotes are open on every line', () => {
  const n = 100_000
  const window = windowOf('"1,2\n'.repeat(n))
  const decoder = new TextDecoder()
  const decode = (bytes: Uint8Array) => decoder.decode(bytes)
  const odd = createOddRecords({ name: 't', dialect, width: 2, decode })
  const lines: number[] = []
  let most = 0
  let wasOpen = false
  for (let batch = odd.take(window, 256); batch !== null && window.at <= window.end;) {
    if (batch.rows.length === 0) break
    most = Math.max(most, batch.rows.length)
    wasOpen ||= odd.isOpen()
    expect(odd.isWary()).toBe(true)
    for (const line of batch.lines) lines.push(line)
    batch = odd.take(window, 256)
  }
  expect(wasOpen).toBe(true)
  expect(odd.isOpen()).toBe(false)
  expect(most).toBeLessThan(n / 4)
  expect(lines).toEqual(Array.from({ length: n }, (_, i) => i + 1))
})
