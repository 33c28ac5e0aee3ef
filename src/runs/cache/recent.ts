/** What was used last, by key; the one that was not used for longest makes room. */
export type Recent<K, V> = {
  readonly get: (key: K) => V | undefined
  readonly keep: (key: K, value: V) => void
  readonly drop: (key: K) => void
}

/** Keeps at most `most` values. */
export function createRecent<K, V>(most: number): Recent<K, V> {
  /** In the order of use. */
  const kept = new Map<K, V>()
  return {
    get: (key) => kept.get(key),
    keep: (key, value) => {
      kept.delete(key)
      kept.set(key, value)
      for (const oldest of kept.keys()) {
        if (kept.size <= most) return
        kept.delete(oldest)
      }
    },
    drop: (key) => {
      kept.delete(key)
    },
  }
}
