import { describe, expect, it } from 'vitest'
import { createByteHash, createHasher } from './digest'

const ofAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
const ofNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

describe('createHasher()', () => {
  it('hashes texts one after the other, each from the start', async () => {
    const hash = await createHasher()
    expect([hash('abc'), hash(''), hash('abc')]).toEqual([ofAbc, ofNothing, ofAbc])
  })
  it('hashes the UTF-8 bytes', async () => {
    const hash = await createHasher()
    expect(hash('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c')
  })
})

describe('createByteHash()', () => {
  it('does not depend on how the bytes come', async () => {
    const hash = await createByteHash(3)
    for (const text of ['a', '', 'bc']) await hash.update(new TextEncoder().encode(text))
    expect(await hash.digest()).toBe(ofAbc)
    expect(await (await createByteHash(0)).digest()).toBe(ofNothing)
  })
})
