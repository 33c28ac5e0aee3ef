import { nearest } from '../../nearest'

export type UnknownName = {
  readonly parameter: string
  readonly name: string
  /** The column whose name is most alike; null where none is. */
  readonly nearest: string | null
}

/** Names of settings that are not among those of the columns: they do nothing, and nobody would notice. */
export function unknownNames(
  settings: Readonly<Record<string, readonly string[] | undefined>>,
  known: readonly string[],
): readonly UnknownName[] {
  const isKnown = new Set(known)
  return Object.entries(settings).flatMap(([parameter, names = []]) =>
    names
      .filter((name) => !isKnown.has(name))
      .map((name) => ({ parameter, name, nearest: nearest(name, known) })),
  )
}

/** `ignore_features: incom, nearest income`. */
export function unknownNameWords({ parameter, name, nearest: near }: UnknownName): string {
  return near === null ? `${parameter}: ${name}` : `${parameter}: ${name}, nearest ${near}`
}
