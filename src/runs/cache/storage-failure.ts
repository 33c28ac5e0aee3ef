import { AssetError, type AssetFailure } from '../../assets/failure'

/** What a refused read or write means, in words, by the name of the DOMException. */
const failures: Readonly<Record<string, Pick<AssetFailure, 'code' | 'message' | 'hint'>>> = {
  QuotaExceededError: {
    code: 'storage_full',
    message: 'Not saved: this browser has no more room for the page.',
    hint: 'Delete old runs, or free disk space, and run again. Earlier results are kept.',
  },
  AbortError: {
    code: 'storage_aborted',
    message: 'Not saved: the browser gave up the write.',
    hint: 'Run again. Nothing half-written is kept.',
  },
  InvalidStateError: {
    code: 'storage_lost',
    message: 'The browser closed the connection to the saved results.',
    hint: 'Reload the page. If site data was cleared, earlier results are gone.',
  },
  VersionError: {
    code: 'storage_newer',
    message: 'The saved results were written by a newer version of this page.',
    hint: 'Close every other tab of this page and reload.',
  },
}

/** Any error of the storage as an expected failure with a next step. */
export function storageError(error: unknown, path: string): AssetError {
  if (error instanceof AssetError) return error
  const name = error instanceof Error || error instanceof DOMException ? error.name : ''
  const known = failures[name]
  if (known !== undefined) return new AssetError({ ...known, path })
  const detail = error instanceof Error ? ` (${error.message})` : ''
  return new AssetError({
    code: 'storage_failed',
    message: `The browser's storage did not answer${detail}.`,
    path,
    hint: 'Reload the page. In a private window, allow site data for this page.',
  })
}

/** The browser has no room left: what was to be written is not. */
export function isFull(error: unknown): boolean {
  return error instanceof AssetError && error.failure.code === 'storage_full'
}

/** Another tab holds an older version of the database open. */
export function blockedError(path: string): AssetError {
  return new AssetError({
    code: 'storage_blocked',
    message: 'Another tab of this page, of an older version, is open.',
    path,
    hint: 'Close the other tabs of this page and reload.',
  })
}
