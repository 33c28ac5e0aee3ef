import { spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Installs from the lockfile when `node_modules` is missing or older than it, so that `npm start`
 * and `npm test` work straight after a clone. Uses Node alone: nothing else is there yet. No package
 * may run a script of its own while it is installed.
 */
const root = join(import.meta.dirname, '..')
const installed = join(root, 'node_modules', '.package-lock.json')
const lockfile = join(root, 'package-lock.json')

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lockfile).mtimeMs) {
  console.error('Installing from package-lock.json ...')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: root,
    // stdout belongs to the command that was asked for.
    stdio: ['ignore', process.stderr, process.stderr],
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  })
  process.exit(status ?? 1)
}
