import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Whether anything that a build is made of is newer than it: `src` without its tests, the lockfile
 * and what else is named.
 * @param {string} root
 * @param {string} built a file of the build
 * @param {readonly string[]} others paths from the root
 */
export function isStale(root, built, others) {
  if (!existsSync(built)) return true
  const builtAt = statSync(built).mtimeMs
  const made = ['src', 'package-lock.json', ...others].map((name) => join(root, name))
  // Folders count too: their time tells that a file was taken out.
  const inside = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .map((name) => join(root, 'src', name))
  // A file may go while this looks; its folder tells.
  const changedAt = (/** @type {string} */ path) =>
    statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return [...made, ...inside].some((path) => changedAt(path) > builtAt)
}
