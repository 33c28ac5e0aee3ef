/**
 * What the runners' JSON reports say. A suite that could not even load holds no failing test and
 * is counted as one failure.
 * @typedef {{ readonly passed: number, readonly failed: number }} Counts
 */

/**
 * @param {{ numPassedTests: number, numFailedTests: number,
 *   testResults: { status: string, assertionResults: unknown[] }[] }} report of Vitest
 * @returns {Counts}
 */
export function countUnitTests(report) {
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  )
  return { passed: report.numPassedTests, failed: report.numFailedTests + unloaded.length }
}

/**
 * @param {{ stats: { expected: number, unexpected: number, flaky: number },
 *   errors: unknown[] }} report of Playwright
 * @returns {Counts}
 */
export function countE2eTests({ stats, errors }) {
  // A flaky test passed only when it was tried again: that is a failure.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}
