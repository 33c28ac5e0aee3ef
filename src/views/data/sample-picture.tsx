import { clusterStyle } from '../../ui/cluster-colors'
import classes from './sample-picture.module.css'
import { samplePoints } from './sample-points'

const width = 416
const height = 392
const margin = 12

function clusterName(cluster: number): string {
  return `${cluster + 1}`
}

/** What comes out of the sample: its stores on the first two components, drawn before it is run. */
export function SamplePicture() {
  const { category, points, centers } = samplePoints
  const place = (x: number, y: number) => ({
    x: margin + x * (width - 2 * margin),
    y: margin + (1 - y) * (height - 2 * margin),
  })
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.caption}>
        The sample chain: {centers.length} groups by what sells in {category}
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        className={classes.picture}
        role="img"
        aria-label={`${points.length} stores on the first two principal components, coloured by internal cluster`}
      >
        {points.map(([x, y, cluster], store) => {
          const at = place(x, y)
          return (
            <circle
              // oxlint-disable-next-line react/no-array-index-key -- the points never change
              key={store}
              className={classes.mark}
              style={clusterStyle(cluster)}
              cx={at.x}
              cy={at.y}
              r="2.4"
            />
          )
        })}
        {centers.map(([x, y], cluster) => {
          const at = place(x, y)
          return (
            <g
              key={clusterName(cluster)}
              style={clusterStyle(cluster)}
              transform={`translate(${at.x} ${at.y})`}
            >
              <circle className={classes.halo} r="11" />
              <circle className={classes.token} r="8.5" />
              <text className={classes.digit} y="4" textAnchor="middle">
                {clusterName(cluster)}
              </text>
            </g>
          )
        })}
      </svg>
    </figure>
  )
}
