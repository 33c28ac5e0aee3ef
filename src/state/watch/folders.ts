import type { FileSight } from '../../files/watch-changes'
import type { FolderHandle } from '../../runs/kept-watch'
import { isReadableName } from './readable-names'
import type { FolderAnswer, Folders } from '../services'

type ReadPermission = { readonly mode: 'read' }

/** Only Chromium has these two, and its own folders have neither. */
type DirectoryHandle = FileSystemDirectoryHandle & {
  readonly queryPermission?: (wanted: ReadPermission) => Promise<PermissionState>
  readonly requestPermission?: (wanted: ReadPermission) => Promise<PermissionState>
}

type Observer = {
  readonly observe: (folder: FileSystemDirectoryHandle) => Promise<void>
  readonly disconnect: () => void
}

/** The part of a window that reads folders; what a browser does not have is absent. */
export type FolderPorts = {
  readonly isSecureContext: boolean
  readonly showDirectoryPicker?: (
    wanted: ReadPermission & { readonly id: string },
  ) => Promise<FileSystemDirectoryHandle>
  readonly FileSystemObserver?: new (onChange: () => void) => Observer
}

const wanted: ReadPermission = { mode: 'read' }

/** Folders of the disk through the File System Access API: read, never written. */
export function createFolders(ports: FolderPorts): Folders {
  const hasFolders = ports.showDirectoryPicker !== undefined
  return {
    support: hasFolders ? 'yes' : ports.isSecureContext ? 'no' : 'insecure',
    choose: async () => {
      try {
        return (await ports.showDirectoryPicker?.({ ...wanted, id: 'watched' })) ?? null
      } catch (error) {
        if (isNamed(error, 'AbortError')) return null
        throw error
      }
    },
    mayRead: async (folder, ask) => {
      if (!isDirectory(folder)) return false
      const state = (await folder.queryPermission?.(wanted)) ?? 'granted'
      if (state !== 'prompt' || !ask) return state === 'granted'
      return (await folder.requestPermission?.(wanted)) === 'granted'
    },
    look: async (folder, watched) => {
      try {
        return isDirectory(folder) ? await lookInto(folder, watched) : { ok: false, why: 'gone' }
      } catch (error) {
        return { ok: false, why: whyOf(error) }
      }
    },
    read: async (folder, name) => {
      if (!isDirectory(folder)) return null
      try {
        return await copyOf(await (await folder.getFileHandle(name)).getFile())
      } catch (error) {
        // It was written or taken away meanwhile, or the permission ended: the next look tells.
        if (error instanceof DOMException) return null
        throw error
      }
    },
    observe: (folder, onChange) => {
      const { FileSystemObserver: Observer } = ports
      if (Observer === undefined || !isDirectory(folder)) return () => undefined
      const observer = new Observer(onChange)
      // Where it cannot observe this folder, looking every few seconds has to do.
      observer.observe(folder).catch(() => undefined)
      return () => observer.disconnect()
    },
  }
}

function isDirectory(folder: FolderHandle): folder is DirectoryHandle {
  return 'getFileHandle' in folder
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name
}

function whyOf(error: unknown): Extract<FolderAnswer, { ok: false }>['why'] {
  if (isNamed(error, 'NotAllowedError') || isNamed(error, 'SecurityError')) return 'denied'
  if (isNamed(error, 'NotFoundError')) return 'gone'
  if (error instanceof DOMException) return 'unreadable'
  throw error
}

/** Names of everything that may be a table; sizes and times only of what is watched. */
async function lookInto(
  folder: FileSystemDirectoryHandle,
  watched: readonly string[],
): Promise<FolderAnswer> {
  const found = new Map<string, FileSystemFileHandle>()
  for await (const entry of folder.values())
    if (entry.kind === 'file' && isReadableName(entry.name)) found.set(entry.name, entry)
  const sights = new Map<string, FileSight>()
  for (const name of watched) sights.set(name, await sightOf(found.get(name)))
  return { ok: true, names: [...found.keys()].toSorted(), sights }
}

async function sightOf(handle: FileSystemFileHandle | undefined): Promise<FileSight> {
  if (handle === undefined) return 'gone'
  try {
    const { size, lastModified } = await handle.getFile()
    return { size, modifiedAt: lastModified }
  } catch (error) {
    if (isNamed(error, 'NotFoundError')) return 'gone'
    // The permission is the folder's: what is said of it is said of the folder.
    if (isNamed(error, 'NotReadableError')) return 'unreadable'
    throw error
  }
}

/**
 * The bytes of this moment: a file of the disk can no longer be read once the disk has another one
 * in its place. Streamed by the browser, so that the page holds a piece at a time.
 * @throws {DOMException} when it changes while it is copied
 */
async function copyOf(file: File): Promise<File> {
  const blob = await new Response(file.stream()).blob()
  return new File([blob], file.name, { lastModified: file.lastModified })
}
