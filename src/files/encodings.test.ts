import { describe, expect, it } from 'vitest'
import { inspectFile } from './inspect'
import type { SourceProfile } from './source-profile'

async function profileOf(content: Uint8Array<ArrayBuffer> | string): Promise<SourceProfile> {
  const inspection = await inspectFile('t.csv', new Blob([content]))
  if (!inspection.ok) throw new Error(inspection.failure.message)
  return inspection.profile
}

/** The bytes of a text in an encoding that only decodes: each pair and byte is tried. */
function encode(text: string, encoding: string): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder(encoding)
  const codes = new Map<string, readonly number[]>()
  const bytes = Array.from({ length: 256 }, (_, i) => 255 - i)
  const trails = bytes.filter((byte) => byte >= 0x40)
  for (const lead of bytes.filter((byte) => byte > 0x80)) {
    for (const trail of trails) codes.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
  }
  for (const byte of bytes) codes.set(decoder.decode(Uint8Array.of(byte)), [byte])
  return Uint8Array.from(Array.from(text, (sign) => codes.get(sign) ?? [63]).flat())
}

describe('inspectFile of text in an encoding without a mark', () => {
  it.each([
    ['big5', ['台北市信義區', '高雄市前鎮區', '便利商店的飲料', '我們的商品價格']],
    ['gbk', ['北京市朝阳区', '上海市浦东新区', '便利店的饮料', '我们的商品价格']],
    ['shift_jis', ['東京都新宿区', 'おにぎりと弁当', 'コンビニエンスストア', '飲み物の値段']],
    ['euc-jp', ['東京都新宿区', 'おにぎりと弁当', 'コンビニエンスストア', '飲み物の値段']],
    ['euc-kr', ['서울특별시 강남구', '편의점 음료수', '우리 상품의 가격', '부산광역시']],
    ['windows-1251', ['Москва Тверская', 'Санкт-Петербург', 'напитки и продукты', 'цена товара']],
    ['koi8-r', ['Москва Тверская', 'Санкт-Петербург', 'напитки и продукты', 'цена товара']],
    ['windows-1253', ['Αθήνα', 'Θεσσαλονίκη', 'ποτά και τρόφιμα', 'τιμή προϊόντος']],
    ['windows-1250', ['Małgosia Łódź', 'Piła', 'napój gazowany', 'człowiek i gęś']],
    ['windows-1252', ['Zürich', 'Besançon', 'Größe der Fläche', 'El Niño']],
  ])('F-05 %s is guessed and said', async (encoding, names) => {
    const rows = names.map((name, i) => `${i},${name}\r\n`).join('')
    const profile = await profileOf(encode(`id,name\r\n${rows}`, encoding))
    expect(profile.options.encoding).toBe(encoding)
    expect(profile.preview.map((row) => row[1])).toEqual(names)
    expect(profile.notes).toContain(`The text is read as ${encoding}.`)
  })

  it('F-04 hard spaces beside a few characters of UTF-8 are no Cyrillic', async () => {
    const curly = new TextEncoder().encode('its shops’ kind\r\n')
    const spaced = [...new TextEncoder().encode('1,a note'), 0xa0, 13, 10]
    const bytes = Uint8Array.of(
      ...new TextEncoder().encode('id,name\r\n'),
      ...Array.from({ length: 8 }, () => spaced).flat(),
      ...Array.from({ length: 3 }, () => [50, 44, ...curly]).flat(),
    )
    expect((await profileOf(bytes)).options.encoding).toBe('windows-1252')
  })

  it('F-07 a lone byte in a file of UTF-8 is replaced and counted with its line', async () => {
    const before = new TextEncoder().encode(`id,name\n${'1,Zürich – Genève\n'.repeat(30)}2,caf`)
    const bytes = Uint8Array.of(...before, 0xe9, ...new TextEncoder().encode('\n3,Bâle\n'))
    const profile = await profileOf(bytes)
    expect(profile.options.encoding).toBe('utf-8')
    expect(profile.preview.at(-1)).toEqual(['3', 'Bâle'])
    expect(profile.notes).toContain(
      '1 character not of utf-8, first in the row on line 32, shown as \ufffd.',
    )
  })

  it('F-07 control characters are kept and counted with their first line', async () => {
    const profile = await profileOf(`id,name\n${'1,plain\n'.repeat(60)}2,a\u0001b\n3,\0\n`)
    expect(profile.preview.slice(-2)).toEqual([
      ['2', 'a\u0001b'],
      ['3', '\0'],
    ])
    expect(profile.notes).toContain('2 control characters, first in the row on line 62: kept.')
  })
})
