import type { ZoomTransform } from 'd3-zoom'
import { classNames } from '../class-names'
import { ClusterToken } from '../token'
import { type Layout, margin, type Place, type Size } from './scatter-geometry'
import { placeLabels } from './scatter-labels'
import type { ScatterGroup, ScatterPoints } from './scatter-props'
import classes from './scatter.module.css'

export type ScatterCentresProps = {
  readonly points: ScatterPoints
  readonly layout: Layout
  readonly groups: readonly ScatterGroup[]
  readonly chosen: ReadonlySet<string>
  readonly zoom: ZoomTransform
  readonly size: Size
}

/** With more groups than this only the chosen ones have their names on the picture. */
const named = 12

/** Token and name of every group that has a colour, on its centre. */
export function ScatterCentres({
  points,
  layout,
  groups,
  chosen,
  zoom,
  size,
}: ScatterCentresProps) {
  const isNamed = (key: string) => groups.length <= named || chosen.has(key)
  const centres = centresOf(points, layout, groups.length).flatMap((centre, g) => {
    const group = groups[g]
    if (centre === null || group === undefined || group.color === null) return []
    const at = zoom.apply([centre[0], centre[1]])
    const isOut =
      at[0] < margin.left || at[0] > size.width || at[1] < 0 || at[1] > size.height - margin.bottom
    return isOut ? [] : [{ at, name: isNamed(group.key) ? group.name : '', group }]
  })
  const places = placeLabels(centres, size)
  return (
    <div className={classes.labels} data-many={groups.length > named || undefined} aria-hidden>
      {centres.map(({ group, at }, i) => {
        const place = places[i]
        if (place === undefined) return null
        // Among many, a plate that had to move would name the wrong place.
        if (!isNamed(group.key) && place.y !== at[1]) return null
        const isFaint = chosen.size > 0 && !chosen.has(group.key)
        return (
          <span
            key={group.key}
            className={classNames(classes.plate, place.isLeft && classes.turned)}
            data-faint={isFaint || undefined}
            data-chosen={chosen.has(group.key) || undefined}
            style={{ left: place.x, top: place.y }}
          >
            <ClusterToken {...group.token} />
            <span className={classes.name}>{group.name}</span>
          </span>
        )
      })}
    </div>
  )
}

/** Mean place of the filled marks of each group, or of the hollow ones where it has no other. */
function centresOf({ group, isHollow }: ScatterPoints, { px, py }: Layout, nGroups: number) {
  const sums = Array.from({ length: nGroups }, () => [
    { n: 0, x: 0, y: 0 },
    { n: 0, x: 0, y: 0 },
  ])
  group.forEach((g, i) => {
    const sum = sums[g]?.[isHollow[i] === 1 ? 1 : 0]
    const [x = NaN, y = NaN] = [px[i], py[i]]
    if (sum === undefined || !Number.isFinite(x) || !Number.isFinite(y)) return
    sum.n += 1
    sum.x += x
    sum.y += y
  })
  return sums.map((pair): Place | null => {
    const sum = pair.find(({ n }) => n > 0)
    return sum === undefined ? null : [sum.x / sum.n, sum.y / sum.n]
  })
}
