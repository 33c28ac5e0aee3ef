import { Select } from '../../ui/controls'
import { formatCount } from '../../ui/number-format'
import { ClusterToken, type ClusterTokenProps } from '../../ui/token'
import classes from './decide-form.module.css'
import { clusterText } from './decision-words'

/** A cluster that stores can be locked to; it may have none now. */
export type LockableCluster = {
  readonly key: string
  readonly name: string
  readonly token: ClusterTokenProps
  readonly size: number
}

export type ClusterSelectProps = {
  readonly clusters: readonly LockableCluster[]
  readonly value: string
  readonly onChange: (key: string) => void
}

/** Every cluster with its token, its name and its stores. */
export function ClusterSelect({ clusters, value, onChange }: ClusterSelectProps) {
  const byKey = new Map(clusters.map((cluster) => [cluster.key, cluster]))
  const chosen = byKey.get(value)
  return (
    <Select
      className={classes.cluster ?? ''}
      label="Cluster"
      data={clusters.map(({ key, name }) => ({ value: key, label: clusterText(key, name) }))}
      value={value}
      onChange={(key) => key !== null && onChange(key)}
      allowDeselect={false}
      openOnFocus={false}
      maxDropdownHeight={280}
      leftSectionWidth={chosen?.token.kind === 'merged' ? 52 : 30}
      leftSection={chosen === undefined ? null : <ClusterToken {...chosen.token} size="sm" />}
      renderOption={({ option }) => <Option cluster={byKey.get(option.value)} />}
    />
  )
}

function Option({ cluster }: { readonly cluster: LockableCluster | undefined }) {
  if (cluster === undefined) return null
  return (
    <span className={classes.option}>
      <ClusterToken {...cluster.token} size="sm" />
      <span>{cluster.name}</span>
      <span>{formatCount(cluster.size)}</span>
    </span>
  )
}
