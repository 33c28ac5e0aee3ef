import type { ActiveOverride } from '../override'

/** Overrides of merged clusters where there is no category, in the fewest words. */
const here = { branch: 'merged', category: 'all' } as const

export function lock(id: string, cluster: string, ...stores: string[]): ActiveOverride {
  return { ...here, id, kind: 'lock', stores, cluster }
}

export function link(id: string, ...stores: string[]): ActiveOverride {
  return { ...here, id, kind: 'must_link', stores }
}

export function part(id: string, ...stores: string[]): ActiveOverride {
  return { ...here, id, kind: 'cannot_link', stores }
}

export function exclude(id: string, ...stores: string[]): ActiveOverride {
  return { ...here, id, kind: 'exclude', stores }
}

export function rename(id: string, cluster: string, name: string): ActiveOverride {
  return { ...here, id, kind: 'rename', cluster, name }
}
