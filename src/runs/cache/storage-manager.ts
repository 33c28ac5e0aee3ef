/** Only a page can ask to keep its storage: the types of a worker do not know the question. */
type Manager = StorageManager & { readonly persist?: () => Promise<boolean> }

/** On plain http there is no storage manager, whatever its type says. */
function manager(): Manager | undefined {
  return navigator.storage
}

/** Bytes used by this page in this browser; null where the browser does not say. */
export async function usedBytes(): Promise<number | null> {
  const estimate = await manager()?.estimate()
  return estimate?.usage ?? null
}

/**
 * Whether the browser promises to keep what is stored until a person clears it; asks it to where
 * `ask` says so. Null where it does not know the question.
 */
export async function persistence(ask: boolean): Promise<boolean | null> {
  const storage = manager()
  if (storage?.persist === undefined) return null
  return (await storage.persisted()) || (ask && (await storage.persist()))
}
