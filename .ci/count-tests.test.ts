import { describe, expect, test } from 'vitest'
import { countE2eTests, countUnitTests } from './count-tests.mjs'

describe('countUnitTests(report)', () => {
  test('counts tests as the report does', () => {
    const report = { numPassedTests: 7, numFailedTests: 2, testResults: [] }
    expect(countUnitTests(report)).toEqual({ passed: 7, failed: 2 })
  })

  test('counts a file that could not load as one failure', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{}] },
      { status: 'passed', assertionResults: [{}] },
    ]
    const report = { numPassedTests: 1, numFailedTests: 1, testResults }
    expect(countUnitTests(report)).toEqual({ passed: 1, failed: 2 })
  })
})

describe('countE2eTests(report)', () => {
  test('counts flaky tests and errors outside tests as failures, skipped tests as nothing', () => {
    const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 3 }
    expect(countE2eTests({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 3 })
  })
})
