const finders: ReadonlySet<string> = new Set(['dbscan', 'hdbscan'])

/** The algorithm finds how many clusters there are: no k is searched, and none is asked of it. */
export function choosesOwnK(algorithm: string): boolean {
  return finders.has(algorithm)
}
