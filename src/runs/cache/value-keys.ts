/** Where a part of the value at an address is kept. No address is the start of another one. */
export function partKey(address: string, name: string): string {
  return `${address}\n${name}`
}

/** The keys of the value at an address and of all of its parts. */
export function keysOf(address: string): IDBKeyRange {
  return IDBKeyRange.bound(address, `${address}\v`, false, true)
}
