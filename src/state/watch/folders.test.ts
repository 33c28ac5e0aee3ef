import { describe, expect, test, vi } from 'vitest'
import { createFolders } from './folders'

const refused = (name: string) => new DOMException('refused', name)

/** A handle of a folder with these files; a file that throws cannot be read. */
function directory(files: Record<string, File | DOMException>, extra: object = {}) {
  const fileHandle = (name: string) => ({
    kind: 'file' as const,
    name,
    getFile: async () => {
      const file = files[name]
      if (!(file instanceof File)) throw file ?? refused('NotFoundError')
      return file
    },
  })
  async function* values() {
    for (const name of Object.keys(files)) yield fileHandle(name)
    yield { kind: 'directory', name: 'older.csv' }
  }
  return Object.assign(
    {
      kind: 'directory' as const,
      name: 'exports',
      values,
      getFileHandle: async (name: string) => fileHandle(name),
    },
    extra,
  )
}

const csv = new File(['a,b\n'], 'a.csv', { lastModified: 5 })
const none = createFolders({ isSecureContext: true })

describe('folders of the disk', () => {
  test('are there where the browser has a chooser, and the reason is told where it has none', () => {
    const showDirectoryPicker = vi.fn()
    expect(createFolders({ isSecureContext: true, showDirectoryPicker }).support).toBe('yes')
    expect(none.support).toBe('no')
    expect(createFolders({ isSecureContext: false }).support).toBe('insecure')
  })

  test('are chosen for reading only; a chooser that is closed chooses nothing', async () => {
    const showDirectoryPicker = vi.fn().mockRejectedValue(refused('AbortError'))
    const folders = createFolders({ isSecureContext: true, showDirectoryPicker })
    expect(await folders.choose()).toBeNull()
    expect(showDirectoryPicker).toHaveBeenCalledWith({ mode: 'read', id: 'watched' })
  })

  test('are asked for again only from a click', async () => {
    const requestPermission = vi.fn(async () => 'granted')
    const folder = directory({}, { queryPermission: async () => 'prompt', requestPermission })
    expect(await none.mayRead(folder, false)).toBe(false)
    expect(requestPermission).not.toHaveBeenCalled()
    expect(await none.mayRead(folder, true)).toBe(true)
    expect(requestPermission).toHaveBeenCalledWith({ mode: 'read' })
  })

  test('list what may be a table, with size and time of what is watched', async () => {
    const files = { 'b.TSV': csv, 'a.csv': csv, 'photo.png': csv, '.a.csv': csv, '~$a.csv': csv }
    expect(await none.look(directory(files), ['a.csv', 'c.csv'])).toEqual({
      ok: true,
      names: ['a.csv', 'b.TSV'],
      sights: new Map<string, unknown>([
        ['a.csv', { size: 4, modifiedAt: 5 }],
        ['c.csv', 'gone'],
      ]),
    })
  })

  test('tell a file that cannot be read from a folder that may not be read', async () => {
    const locked = directory({ 'a.csv': refused('NotReadableError') })
    expect(await none.look(locked, ['a.csv'])).toMatchObject({
      sights: new Map([['a.csv', 'unreadable']]),
    })
    const denied = directory({ 'a.csv': refused('NotAllowedError') })
    expect(await none.look(denied, ['a.csv'])).toEqual({ ok: false, why: 'denied' })
  })

  test('give a copy with the time of the file, and nothing while it is being written', async () => {
    const copy = await none.read(directory({ 'a.csv': csv }), 'a.csv')
    expect(copy).not.toBe(csv)
    expect([await copy?.text(), copy?.lastModified, copy?.name]).toEqual(['a,b\n', 5, 'a.csv'])
    expect(await none.read(directory({ 'a.csv': refused('NotReadableError') }), 'a.csv')).toBeNull()
  })

  test('are observed where the browser can, and need not be', async () => {
    const disconnect = vi.fn()
    class FileSystemObserver {
      private readonly onChange: () => void
      constructor(onChange: () => void) {
        this.onChange = onChange
      }
      observe = async () => this.onChange()
      disconnect = disconnect
    }
    const onChange = vi.fn()
    const folder = directory({})
    const stop = createFolders({ isSecureContext: true, FileSystemObserver }).observe(
      folder,
      onChange,
    )
    expect(onChange).toHaveBeenCalledTimes(1)
    stop()
    expect(disconnect).toHaveBeenCalledTimes(1)
    expect(() => none.observe(folder, onChange)()).not.toThrow()
  })
})
