import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

/**
 * The one place that knows which browser tests run in.
 * @typedef {{ readonly executablePath: string, readonly args: readonly string[] }} Browser
 */

const isRoot = process.getuid?.() === 0

/** For closed networks: a browser that asks nothing of the world on its own. */
const args = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  ...(isRoot ? ['--no-sandbox'] : []),
]

const systemBrowsers = {
  linux: [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

/** @returns {Browser | null} a browser that starts: named, Playwright's own, or the system's. */
export function findBrowser() {
  const named = process.env['CHROMIUM_PATH']
  const candidates = [...(named ? [named] : []), chromium.executablePath(), ...ofSystem()]
  const executablePath = candidates.map(resolve).find((path) => path !== null && works(path))
  if (!executablePath) return null
  // Worker processes read the configuration again: they find the same one without looking.
  process.env['CHROMIUM_PATH'] = executablePath
  return { executablePath, args }
}

/**
 * Finds a browser, or installs one: Debian's as root, else Playwright's with a time limit.
 * @returns {Browser}
 */
export function ensureBrowser() {
  const browser = findBrowser() ?? installed(installFromDebian) ?? installed(installFromPlaywright)
  if (browser !== null) return browser
  throw new Error(
    'No browser for the end-to-end tests. Install Chromium, Chrome or Edge; or set CHROMIUM_PATH ' +
      'to one; or run `npx playwright install --with-deps chromium`.',
  )
}

/** @param {() => void} install */
function installed(install) {
  install()
  return findBrowser()
}

function installFromDebian() {
  if (!isRoot || !existsSync('/etc/debian_version')) return
  console.error('No browser found: installing chromium with apt-get ...')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  /** @type {import('node:child_process').StdioOptions} */
  const stdio = ['ignore', 'ignore', 'inherit']
  spawnSync('apt-get', ['update'], { stdio, timeout: 180_000 })
  spawnSync('apt-get', ['install', '-y', 'chromium'], { env, stdio, timeout: 420_000 })
}

function installFromPlaywright() {
  console.error("No browser found: installing Playwright's chromium ...")
  spawnSync('npx', ['playwright', 'install', 'chromium'], {
    stdio: 'inherit',
    timeout: 180_000,
    shell: process.platform === 'win32',
  })
}

function ofSystem() {
  const { platform } = process
  return platform === 'darwin' || platform === 'win32'
    ? systemBrowsers[platform]
    : systemBrowsers.linux
}

/** @param {string} candidate a path, or a name to look up in PATH */
function resolve(candidate) {
  if (existsSync(candidate)) return candidate
  if (/[\\/]/.test(candidate)) return null
  const found = spawnSync('sh', ['-c', `command -v ${candidate}`], { encoding: 'utf8' })
  return found.status === 0 ? found.stdout.trim() : null
}

/** @param {string} path */
function works(path) {
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return true
  return spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(`Browser: ${ensureBrowser().executablePath}`)
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exit(1)
  }
}
