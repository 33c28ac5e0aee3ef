import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmptyKey, textOfKey } from './product-keys'
import { createTextCodes } from './text-codes'
import { createLooseText } from './text-of-bytes'
import { firstWord, secondWord } from './text-words'

const products = createTextCodes(createLooseText())

/** As the key of a cell of at most eight bytes is made. */
function keyOf(text: string) {
  const view = new DataView(new ArrayBuffer(24))
  const { written } = new TextEncoder().encodeInto(text, new Uint8Array(view.buffer, 0, 8))
  return { first: firstWord(view, 0, written), second: secondWord(view, 0, written) }
}

test('a short product is read back from its key, in whatever alphabet', () => {
  const short = fc
    .string({
      unit: fc.constantFrom('0', '7', 'Z', ' ', '~', '\u0000', 'é', '茶', '🍵'),
      maxLength: 8,
    })
    .filter((text) => new TextEncoder().encode(text).length <= 8 && !text.endsWith('\u0000'))
  fc.assert(
    fc.property(short, (text) => {
      expect(textOfKey(products, keyOf(text))).toBe(text)
    }),
  )
})

test('only the empty text has the empty key', () => {
  expect(['', '0', ' ', 'é'].map((text) => isEmptyKey(keyOf(text)))).toEqual([
    true,
    false,
    false,
    false,
  ])
})
