/** A score that has no value (one cluster, no variance) is empty, never NaN or infinite. */
export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null
}
