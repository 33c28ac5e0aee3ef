import type { FromToHead } from '../../ui/charts/from-to-matrix'
import { ClusterToken } from '../../ui/token'
import classes from './cluster-head.module.css'

/** Token and name of a cluster, on one line. */
export function ClusterHead({ head }: { readonly head: FromToHead | null }) {
  if (head === null) return null
  return (
    <span className={classes.head}>
      <ClusterToken {...head.token} />
      <span className={classes.name} title={head.name}>
        {head.name}
      </span>
    </span>
  )
}
