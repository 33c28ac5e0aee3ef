import { existsSync } from 'node:fs'
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeFolder } from './make-folder'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'store-clustering-'))
  await writeFile(join(folder, 'file'), '')
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

describe('makeFolder(path)', () => {
  it('makes every folder above too, and takes one that is there', async () => {
    const path = join(folder, 'a', 'b', 'c')
    await makeFolder(path)
    await makeFolder(path)
    expect((await stat(path)).isDirectory()).toBe(true)
  })

  it.each([['file'], ['file/below'], ['file/below/deep']])('refuses %s', async (path) => {
    await expect(makeFolder(join(folder, path))).rejects.toThrow(/EEXIST|ENOTDIR/)
  })

  it.skipIf(!existsSync('/proc/self'))('comes back where the parent says ENOENT', async () => {
    await expect(makeFolder('/proc/none/below')).rejects.toThrow('ENOENT')
  })
})
