import { describe, expect, test } from 'vitest'
import { createAppState } from './app-state'
import { fakeServices } from './testing/fake-services'

describe('settings', () => {
  test('undo and redo go through every change', () => {
    const app = createAppState(fakeServices())
    const { setParam, undo, redo } = app.getState()
    const settings = () => app.getState().configuration.internal
    setParam('internal', 'max_clusters', 5)
    setParam('internal', 'max_clusters', 6)
    undo()
    expect(settings()).toEqual({ max_clusters: 5 })
    undo()
    undo()
    expect(settings()).toEqual({})
    redo()
    redo()
    expect(settings()).toEqual({ max_clusters: 6 })
    setParam('internal', 'max_clusters', undefined)
    expect(settings()).toEqual({})
    redo()
    expect(settings()).toEqual({})
  })
})
