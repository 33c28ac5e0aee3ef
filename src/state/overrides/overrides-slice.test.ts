import { describe, expect, test } from 'vitest'
import { emptyConfiguration } from '../../config/configuration'
import { createAppState } from '../app-state'
import { type NewOverride, selectOverrideLog } from './overrides-slice'
import { fakeServices } from '../testing/fake-services'

const lock: NewOverride = {
  kind: 'lock',
  branch: 'merged',
  category: 'Snacks',
  stores: ['00123'],
  cluster: '2_1',
  author: 'Ada',
  reason: 'Rebuilt in spring.',
}

function appWithLock() {
  const app = createAppState(fakeServices())
  app.getState().appendOverride(lock)
  const log = () => app.getState().configuration.overrides
  return { app, id: log()[0]?.id ?? '', log }
}

describe('the log of overrides', () => {
  test('an entry has an id and the time of the clock', () => {
    const { id, log } = appWithLock()
    expect(id).not.toBe('')
    expect(log()).toEqual([{ ...lock, id, time: '1970-01-01T00:00:01.000Z' }])
  })

  test('knows who decided last in this browser, not who wrote entries that were pasted', () => {
    const { app, id } = appWithLock()
    expect(app.getState().author).toBe('Ada')
    const stamp = { author: 'Grace', reason: 'Told so.', time: '2026-01-31T09:30:00Z' }
    const overrides = [{ ...lock, ...stamp, id: 'pasted' }]
    app.getState().replaceConfiguration({ ...emptyConfiguration, overrides })
    expect(app.getState().author).toBe('Ada')
    app.getState().revokeOverride(id, 'Linus', 'Moved back.')
    expect(app.getState().author).toBe('Linus')
  })

  test('appending gives the id, so that it can be taken back', () => {
    const { app, log } = appWithLock()
    const added = app.getState().appendOverride({ ...lock, stores: ['7'] })
    expect(log()[1]?.id).toBe(added)
    app.getState().revokeOverride(added, 'Ada', 'undone')
    expect(log()[2]).toMatchObject({ kind: 'revoke', of: added })
  })

  test('revoking is an entry of its own, which names who and why', () => {
    const { app, id, log } = appWithLock()
    app.getState().revokeOverride(id, 'Grace', 'Moved back.')
    expect(log()).toHaveLength(2)
    expect(log()[1]).toMatchObject({ kind: 'revoke', of: id, author: 'Grace' })
    app.getState().revokeOverride(id, 'Grace', 'Again.')
    app.getState().revokeOverride('nothing', 'Grace', 'Unknown.')
    expect(log()).toHaveLength(2)
  })

  test('is never empty of author or reason', () => {
    const { app, id, log } = appWithLock()
    expect(() => app.getState().appendOverride({ ...lock, reason: ' ' })).toThrow(RangeError)
    expect(() => app.getState().revokeOverride(id, '', 'Moved back.')).toThrow(RangeError)
    expect(log()).toHaveLength(1)
  })

  test('no undo, redo, reset or preset removes an entry or counts it as a step', () => {
    const { app, id, log } = appWithLock()
    const { setParam, undo, redo, setPreset, resetAll, appendOverride } = app.getState()
    expect(app.getState().past).toEqual([])
    setParam('internal', 'max_clusters', 5)
    appendOverride({ ...lock, stores: ['7'] })
    const second = log()[1]?.id
    const ids = () => log().map((entry) => entry.id)
    undo()
    expect(app.getState().configuration.internal).toEqual({})
    expect(ids()).toEqual([id, second])
    redo()
    expect(app.getState().configuration.internal).toEqual({ max_clusters: 5 })
    setPreset('python-package')
    resetAll()
    expect(ids()).toEqual([id, second])
    undo()
    undo()
    undo()
    expect(ids()).toEqual([id, second])
  })

  test('settings that are pasted add the entries that are new, and take none away', () => {
    const { app, id, log } = appWithLock()
    const stamp = { author: 'Grace', reason: 'Told so.', time: '2026-01-31T09:30:00Z' }
    const pasted = [
      { ...lock, ...stamp, id },
      { ...lock, ...stamp, id: 'pasted', stores: ['9'] },
    ]
    app.getState().replaceConfiguration({ ...emptyConfiguration, overrides: pasted })
    expect(log().map((entry) => [entry.id, entry.author])).toEqual([
      [id, 'Ada'],
      ['pasted', 'Grace'],
    ])
    app.getState().replaceConfiguration(emptyConfiguration)
    expect(log()).toHaveLength(2)
  })
})

describe('selectOverrideLog(state)', () => {
  test('has the newest first, and what was revoked with who took it back', () => {
    const { app, id, log } = appWithLock()
    app.getState().appendOverride({ ...lock, stores: ['7'] })
    const second = log()[1]?.id
    app.getState().revokeOverride(id, 'Grace', 'Moved back.')
    const lines = selectOverrideLog(app.getState())
    expect(lines.map(({ entry, standing }) => [entry.kind, standing])).toEqual([
      ['revoke', 'revoke'],
      ['lock', 'active'],
      ['lock', 'revoked'],
    ])
    expect(lines[1]?.entry.id).toBe(second)
    expect(lines[2]).toMatchObject({ revokedBy: { author: 'Grace', reason: 'Moved back.' } })
  })

  test('is the same object while the log is the same', () => {
    const { app } = appWithLock()
    const before = selectOverrideLog(app.getState())
    app.getState().setParam('internal', 'max_clusters', 5)
    expect(selectOverrideLog(app.getState())).toBe(before)
  })
})
