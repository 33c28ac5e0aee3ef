/** Threads that compute: all cores but one, at least 2, at most 4; the page's own stays free. */
export function poolSize(cores: number): number {
  return Math.min(Math.max(cores - 1, 2), 4)
}
