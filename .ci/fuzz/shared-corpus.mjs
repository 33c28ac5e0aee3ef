import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { filesUnder } from '../files-under.mjs'

/** @typedef {import('../../src/files/testing/fuzz/made-corpus').Seed} Seed */

const shared = join(import.meta.dirname, '..', '..', '..', 'shared', 'data')

/**
 * Files that were not made here, where they are at hand: a place each, small pieces of them.
 * @returns {readonly (readonly Seed[])[]}
 */
export function sharedCorpus() {
  return [seedsIn(join(shared, 'dialects'), '.'), pollock()].filter((seeds) => seeds.length > 0)
}

function pollock() {
  const archive = join(shared, 'pollock', 'pollock_half.tar.xz')
  if (!existsSync(archive)) return []
  const folder = mkdtempSync(join(tmpdir(), 'pollock-'))
  try {
    execFileSync('tar', ['-xJf', archive, '-C', folder], { stdio: 'ignore' })
    return seedsIn(folder, '.').filter(({ name }) => /(^|\/)csv\//.test(name))
  } catch {
    console.error('The Pollock files cannot be unpacked here: tar with xz is needed.')
    return []
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * @param {string} root
 * @param {string} folder
 * @returns {readonly Seed[]}
 */
function seedsIn(root, folder) {
  if (!existsSync(root)) return []
  return filesUnder(root, folder)
    .filter((name) => !name.endsWith('.json'))
    .toSorted()
    .map((name) => ({ name, bytes: clipped(readFileSync(join(root, name))) }))
}

const [headLength, tailLength] = [400, 200]

/**
 * The head and the tail of a file: a mutant of a long one takes long and shows no more.
 * @param {Uint8Array} bytes
 */
function clipped(bytes) {
  if (bytes.length <= headLength + tailLength) return new Uint8Array(bytes)
  return new Uint8Array([...bytes.subarray(0, headLength), ...bytes.subarray(-tailLength)])
}
