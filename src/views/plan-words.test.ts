import { describe, expect, test } from 'vitest'
import { jobNames } from '../state/plan/selections'
import { jobText, planFigure, planText } from './plan-words'

const failure = { code: 'x', message: 'No job is named "y".', path: 'y', hint: '' }

describe('the words of a plan', () => {
  test('say how many assets a selection makes, or why it cannot', () => {
    expect(planText({ ok: true, toMake: [], nInRun: 4 })).toBe('nothing to make')
    expect(planText({ ok: false, failure })).toBe('No job is named "y".')
    expect(planFigure({ ok: true, toMake: [], nInRun: 4 })).toBe('none')
    expect(planFigure({ ok: false, failure })).toBe('cannot run')
  })

  test('every job has words of its own', () => {
    expect(jobNames.filter((name) => jobText(name) === name)).toEqual([])
    expect(jobNames).toHaveLength(6)
  })
})
