import type { JoinLine } from './join.model'
import classes from './join-picture.module.css'

export type JoinPictureProps = { readonly lines: readonly JoinLine[] }

/** Which stores are on which side: a filled dot is there, a hollow one is not. */
export function JoinPicture({ lines }: JoinPictureProps) {
  return (
    <table className={classes.join} aria-label="Stores by the files they appear in">
      <thead>
        <tr>
          <th scope="col">Internal</th>
          <th scope="col">External</th>
          <th scope="col">
            <span className="visually-hidden">Stores</span>
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
