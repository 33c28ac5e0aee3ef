import { useMemo } from 'react'
import { IconUser } from '@tabler/icons-react'
import { useApp } from '../state/hooks'
import { type DecisionPlace, selectOverrideLog } from '../state/overrides/overrides-slice'
import classes from './cluster-name.module.css'
import { namedByText } from './decisions/naming-words'
import { givenNames } from './decisions/pending.model'
import { RenameButton } from './decisions/rename-button'

export type NamedCluster = {
  readonly key: string
  readonly name: string
  /** The result has this name from a person. */
  readonly isNamedByPerson: boolean
}

export type ClusterNameProps = {
  readonly place: DecisionPlace
  readonly cluster: NamedCluster
}

/** The name of a cluster with the pencil that changes it, which shows on hover and focus. */
export function ClusterName({ place, cluster }: ClusterNameProps) {
  return (
    <span className={classes.named}>
      <span className={classes.text} title={cluster.name}>
        {cluster.name}
      </span>
      <NamedBy place={place} cluster={cluster} />
      <Rename place={place} cluster={cluster} />
    </span>
  )
}

/** Marks a name that a person made; who and when is its title. */
export function NamedBy({ place, cluster }: ClusterNameProps) {
  const [entry] = useGivenNames(place, cluster.key)
  if (!cluster.isNamedByPerson) return null
  const text = namedByText(entry ?? null)
  return (
    <span className={classes.by} role="img" aria-label={text} title={text}>
      <IconUser size={12} stroke={1.75} aria-hidden />
    </span>
  )
}

/** The pencil alone, where the name is part of something that can be pressed. */
export function Rename({ place, cluster }: ClusterNameProps) {
  return <RenameButton place={place} cluster={cluster} given={useGivenNames(place, cluster.key)} />
}

function useGivenNames(place: DecisionPlace, cluster: string) {
  const lines = useApp(selectOverrideLog)
  return useMemo(() => givenNames(lines, place, cluster), [lines, place, cluster])
}
