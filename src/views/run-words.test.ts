import { describe, expect, test } from 'vitest'
import { changedWords, runInWords, runTitle, selectionText } from './run-words'

const mark = { name: 'Before Christmas', note: '', standing: 'baseline' } as const

describe('words for a run', () => {
  test('its number, and what a person calls it', () => {
    expect(runTitle({ seq: 14 }, undefined)).toBe('Run 14')
    expect(runTitle({ seq: 14 }, mark)).toBe('Run 14, Before Christmas')
    expect(runInWords({ seq: 13 }, mark)).toBe('run 13, baseline')
  })

  test('what it was about: jobs in words, else the first asset and how many more', () => {
    expect(selectionText('full_pipeline_job')).toBe('Full pipeline')
    expect(selectionText('internal_preprocessing_job,internal_ml_job')).toBe(
      'Internal preprocessing and Internal clustering',
    )
    expect(selectionText('a+,b,c')).toBe('a+ and 2 more')
  })

  test('what changed, at most two by name', () => {
    expect(changedWords({ settings: [], files: [] })).toBeNull()
    expect(changedWords({ settings: ['Transform'], files: ['sales.csv'] })).toBe(
      'Transform and sales.csv',
    )
    expect(changedWords({ settings: ['A', 'B', 'C'], files: ['d'] })).toBe('A, B and 2 more')
  })
})
