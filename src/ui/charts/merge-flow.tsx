import { type ReactNode, useMemo } from 'react'
import { clusterStyle } from '../cluster-colors'
import { formatCount } from '../number-format'
import { ClusterToken, type ClusterTokenProps } from '../token'
import { type FlowBar, type FlowLink, type FlowRibbon, layoutFlow } from './merge-flow-layout'
import classes from './merge-flow.module.css'

export type MergeLink = FlowLink & {
  /** Which half of its cluster a store keeps on the way. */
  readonly keeps: 'internal' | 'external' | 'neither'
}

export type FlowCluster = {
  readonly id: string
  readonly token: ClusterTokenProps
  readonly before: number
  readonly gained: number
}

export type MergeFlowProps = {
  readonly label: string
  readonly links: readonly MergeLink[]
  readonly clusters: ReadonlyMap<string, FlowCluster>
  /** What stands at the ends and on a ribbon; those of a merge unless said. */
  readonly words?: FlowWords
}

export type FlowWords = {
  readonly from: string
  readonly to: string
  readonly ribbon: (link: MergeLink) => string
}

/** Small clusters left, the large ones that take their stores right, ribbons as wide as the stores. */
export function MergeFlow({ label, links, clusters, words = mergeWords }: MergeFlowProps) {
  const { sources, targets, ribbons, height } = useMemo(() => layoutFlow(links), [links])
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.heads}>
        <span>{words.from}</span>
        <span>{words.to}</span>
      </figcaption>
      <div className={classes.flow} style={{ height }}>
        <Labels side="from" bars={sources} clusters={clusters}>
          {({ before }) => formatCount(before)}
        </Labels>
        <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" role="img" aria-label={label}>
          {ribbons.map((ribbon) => (
            <Ribbon
              key={`${ribbon.link.from} ${ribbon.link.to}`}
              ribbon={ribbon}
              clusters={clusters}
              title={words.ribbon(ribbon.link)}
            />
          ))}
        </svg>
        <Labels side="to" bars={targets} clusters={clusters}>
          {({ before, gained }) => (
            <>
              <span>{formatCount(before)}</span> <b>+{formatCount(gained)}</b>
            </>
          )}
        </Labels>
      </div>
    </figure>
  )
}

type LabelsProps = {
  readonly side: 'from' | 'to'
  readonly bars: readonly FlowBar[]
  readonly clusters: ReadonlyMap<string, FlowCluster>
  readonly children: (cluster: FlowCluster) => ReactNode
}

function Labels({ side, bars, clusters, children }: LabelsProps) {
  return (
    <ul className={classes.labels} data-side={side}>
      {bars.map(({ id, y, height, center }) => {
        const cluster = clusters.get(id)
        if (cluster === undefined) return null
        return (
          <li key={id}>
            <i className={classes.bar} style={{ top: y, height }} />
            <span className={classes.label} style={{ top: center }}>
              <ClusterToken {...cluster.token} />
              <span className={classes.figures}>{children(cluster)}</span>
            </span>
          </li>
        )
      })}
    </ul>
  )
}

type RibbonProps = {
  readonly ribbon: FlowRibbon<MergeLink>
  readonly clusters: ReadonlyMap<string, FlowCluster>
  readonly title: string
}

function Ribbon({ ribbon, clusters, title }: RibbonProps) {
  const { link, y0, y1, height } = ribbon
  const color = clusters.get(link.from)?.token.colorIndex ?? null
  const upper = `M0 ${y0}C50 ${y0} 50 ${y1} 100 ${y1}`
  const lower = `V${y1 + height}C50 ${y1 + height} 50 ${y0 + height} 0 ${y0 + height}Z`
  return (
    <path
      className={classes.ribbon}
      data-keeps={link.keeps}
      d={upper + lower}
      style={color === null ? {} : clusterStyle(color)}
    >
      <title>{title}</title>
    </path>
  )
}

const keepsWords: Readonly<Record<MergeLink['keeps'], string>> = {
  internal: 'keeping their internal cluster',
  external: 'keeping their external cluster',
  neither: 'keeping neither cluster',
}

const mergeWords: FlowWords = {
  from: 'From a small cluster',
  to: 'To the nearest large one, and what it gained',
  ribbon: ({ stores, from, to, keeps }) =>
    `${formatCount(stores)} from ${from} to ${to}, ${keepsWords[keeps]}`,
}
