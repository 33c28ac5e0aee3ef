import type { AssetFailure } from '../assets/failure'
import { failureOf } from './failure-of'

/** A value as a screen sees it. While a newer version is read, the one before it stays. */
export type ReadValue =
  | { readonly status: 'loading'; readonly value: unknown; readonly failure: null }
  | { readonly status: 'success'; readonly value: unknown; readonly failure: null }
  | { readonly status: 'failure'; readonly value: null; readonly failure: AssetFailure }

/**
 * Reads values by address for the screens, each once; the last few stay in memory, so that going
 * back to a screen does not blink. An external store of React, and nothing of React.
 */
export type ValueReader = {
  readonly subscribe: (listener: () => void) => () => void
  readonly peek: (address: string) => ReadValue
  readonly load: (address: string) => Promise<void>
  /** Loads a value and keeps it while it is on the screen: until the answer is called. */
  readonly hold: (address: string) => () => void
}

/** Values kept in memory besides those on the screen: enough to go back without a blink. */
const capacity = 48

export function createValueReader(read: (address: string) => Promise<unknown>): ValueReader {
  const values = new Map<string, ReadValue>()
  const listeners = new Set<() => void>()
  const nHolders = new Map<string, number>()
  const put = (address: string, value: ReadValue) => {
    values.delete(address)
    values.set(address, value)
    const loose = [...values.keys()].filter((other) => !nHolders.has(other))
    for (const oldest of loose.slice(0, Math.max(0, loose.length - capacity))) values.delete(oldest)
    for (const listener of listeners) listener()
  }
  const load = async (address: string) => {
    const kept = values.get(address)
    if (kept !== undefined && kept.status !== 'failure') return
    put(address, { status: 'loading', value: latestOf(address, values), failure: null })
    try {
      const value = await read(address)
      put(address, value === null ? lost(address) : { status: 'success', value, failure: null })
    } catch (error) {
      put(address, { status: 'failure', value: null, failure: failureOf(error) })
    }
  }
  const release = (address: string) => {
    const n = (nHolders.get(address) ?? 1) - 1
    if (n > 0) nHolders.set(address, n)
    else nHolders.delete(address)
  }
  return {
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    peek: (address) => values.get(address) ?? nothingYet,
    load,
    hold: (address) => {
      nHolders.set(address, (nHolders.get(address) ?? 0) + 1)
      void load(address)
      return () => release(address)
    },
  }
}

/** Peeks at several addresses: the answer stays the same object while what is read does. */
export function peekAll(
  { peek }: Pick<ValueReader, 'peek'>,
  addresses: readonly (string | null)[],
): () => readonly (ReadValue | null)[] {
  let last: readonly (ReadValue | null)[] | null = null
  return () => {
    const next = addresses.map((address) => (address === null ? null : peek(address)))
    if (last === null || next.some((read, i) => read !== last?.[i])) last = next
    return last
  }
}

const nothingYet: ReadValue = { status: 'loading', value: null, failure: null }

/** The value of the same asset and partition that was read last. */
function latestOf(address: string, values: ReadonlyMap<string, ReadValue>): unknown {
  const id = address.slice(0, address.lastIndexOf('@') + 1)
  const others = [...values].filter(([other]) => other.startsWith(id))
  return others.findLast(([, { status }]) => status === 'success')?.[1].value ?? null
}

function lost(address: string): ReadValue {
  const failure = {
    code: 'value_lost',
    message: 'This result is no longer stored in this browser.',
    path: address,
    hint: 'Run again to make it anew.',
  }
  return { status: 'failure', value: null, failure }
}
