import { describe, expect, test } from 'vitest'
import type { InterruptedRun } from '../state/runs/interrupted-run'
import { elsewhereWords, interruptedWords } from './other-runs.model'

const found = {} as InterruptedRun['found']
const interrupted: InterruptedRun = {
  id: 'r',
  selection: 'full_pipeline_job',
  startedAt: Date.parse('2026-01-01T12:00:00Z'),
  nResumes: 0,
  nKept: 12,
  nTotal: 30,
  waitsFor: null,
  found,
}
const now = interrupted.startedAt + 1000

describe('runs that are not on the screen', () => {
  test('an interrupted one says what it was and how far it came', () => {
    const words = interruptedWords(interrupted, now)
    expect(words.title).toMatch(/^Full pipeline, started (today|yesterday) .+, was interrupted$/)
    expect(words.detail).toBe('12 of 30 assets were finished and are kept.')
    expect(interruptedWords({ ...interrupted, nKept: 0 }, now).detail).toBe(
      'None of 30 assets was finished.',
    )
  })

  test('one that has to wait says for what, and what to do', () => {
    const waitsFor = { code: 'file_lost', message: 'A file is gone.', path: '', hint: 'Add it.' }
    expect(interruptedWords({ ...interrupted, waitsFor }, now).waits).toBe(
      'A file is gone. Add it.',
    )
  })

  test('one of another tab says how far it is and why this tab starts none', () => {
    const progress = {
      stage: 'merging',
      nDone: 20,
      nTotal: 30,
      nFailed: 0,
      share: 0.5,
      bytes: null,
    }
    const run = { runId: 'r', selection: 'merging_job', startedAt: 0, progress }
    expect(elsewhereWords(run).title).toBe('Another tab is running: Merging')
    expect(elsewhereWords(run).detail).toMatch(/One run at a time.* 20 of 30 assets, 50\u202f%\.$/)
    expect(elsewhereWords({ ...run, progress: null }).detail).toMatch(/show here too\.$/)
  })
})
