import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { countE2eTests, countUnitTests } from './count-tests.mjs'

/**
 * Runs every check, even after one has failed, and ends with the line `N passed, N failed`:
 * tests as the runners' own reports count them; a check that fails without a failing test is one
 * failure more.
 */
const checks = [
  { name: 'format' },
  { name: 'lint' },
  { name: 'types' },
  { name: 'boundaries' },
  { name: 'dead-code' },
  { name: 'unit', report: 'reports/unit.json', count: countUnitTests },
  { name: 'long', report: 'reports/long.json', count: countUnitTests },
  { name: 'build' },
  { name: 'size' },
  { name: 'e2e', report: 'reports/e2e.json', count: countE2eTests },
]

// What an earlier run left must not speak for this one.
rmSync('reports', { recursive: true, force: true })
rmSync('dist', { recursive: true, force: true })

const results = checks.map(runCheck)
for (const { name, ok, seconds } of results)
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(12)} ${seconds.toFixed(1)} s`)

const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

/** @param {(typeof checks)[number]} check */
function runCheck({ name, report, count }) {
  console.log(`\n--- check:${name}`)
  const started = performance.now()
  const { status } = spawnSync('npm', ['run', '--silent', `check:${name}`], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  const counts = report && count ? readCounts(report, count) : { passed: 0, failed: 0 }
  const ok = status === 0 && counts.failed === 0
  const failed = ok ? 0 : Math.max(counts.failed, 1)
  return { name, ok, passed: counts.passed, failed, seconds: (performance.now() - started) / 1000 }
}

/**
 * A runner that left no report has failed.
 * @param {string} report
 * @param {(report: any) => { readonly passed: number, readonly failed: number }} count
 */
function readCounts(report, count) {
  if (!existsSync(report)) return { passed: 0, failed: 1 }
  return count(JSON.parse(readFileSync(report, 'utf8')))
}
