import type { JoinLine } from './join.model'
import classes from './join-picture.module.css'

export type JoinPictureProps = {
  readonly lines: readonly JoinLine[]
  /** How the two sides are called; the two views unless said. */
  readonly heads?: readonly [string, string]
  readonly label?: string
  /** What is counted; stores unless said. */
  readonly what?: string
}

const views = ['Internal', 'External'] as const

/** Which stores are on which side: a filled dot is there, a hollow one is not. */
export function JoinPicture(props: JoinPictureProps) {
  const { lines, heads = views, what = 'Stores' } = props
  const { label = `${what} by the files they appear in` } = props
  return (
    <table className={classes.join} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
          <th scope="col">
            <span className="visually-hidden">{what}</span>
          </th>
          <th scope="col">
            <span className="visually-hidden">What they get</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.text} data-linked={(line.hasInternal && line.hasExternal) || undefined}>
            <td>
              <Dot isThere={line.hasInternal} />
            </td>
            <td>
              <Dot isThere={line.hasExternal} />
            </td>
            <td className={classes.count}>{line.count}</td>
            <td className={classes.text}>{line.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Dot({ isThere }: { readonly isThere: boolean }) {
  return (
    <span className={classes.dot} data-there={isThere || undefined}>
      <span className="visually-hidden">{isThere ? 'yes' : 'no'}</span>
    </span>
  )
}
