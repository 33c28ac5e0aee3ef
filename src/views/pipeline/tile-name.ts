import type { Branch } from '../../assets/spec'

/** `Normalised, external`: stages of both branches share their label. */
export function titleOf({
  label,
  branch,
}: {
  readonly label: string
  readonly branch: Branch | null
}) {
  return branch === null ? label : `${label}, ${branch}`
}
