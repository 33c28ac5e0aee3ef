import classes from './skeleton.module.css'

export type SkeletonProps = { readonly label: string; readonly rows?: number }

const widths = [184, 168, 192, 140, 176] as const

/** The layout in line colour; it waits 300 ms, so that what is quick never flickers. */
export function Skeleton({ label, rows = 5 }: SkeletonProps) {
  return (
    <div className={classes.skeleton} aria-busy="true" aria-label={label} role="group">
      <span className={classes.title} />
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className={classes.row}>
          <span className={classes.bar} style={{ width: 96 }} />
          <span className={classes.bar} style={{ width: widths[row % widths.length] }} />
        </span>
      ))}
    </div>
  )
}
