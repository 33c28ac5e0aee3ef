/** The category column of a file: `all` where an asset is not cut by category. */
export function categoryOf(partition: string | null): string {
  return partition ?? 'all'
}
