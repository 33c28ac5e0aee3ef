import { distanceBetween } from '../../../math/squared-distances'
import type { Group } from './merged-groups'

type GroupDistance = { readonly group: Group; readonly distance: number }

/**
 * The nearest of the groups to a point, or null when there is none; ties to the larger group, then
 * to the smaller (internal, external), which is the order of `groups`.
 */
export function nearestGroup(point: Float64Array, groups: readonly Group[]): GroupDistance | null {
  let nearest: GroupDistance | null = null
  for (const group of groups) {
    const distance = distanceBetween(point, group.center)
    const isNearer =
      nearest === null ||
      distance < nearest.distance ||
      (distance === nearest.distance && group.rows.length > nearest.group.rows.length)
    if (isNearer) nearest = { group, distance }
  }
  return nearest
}
