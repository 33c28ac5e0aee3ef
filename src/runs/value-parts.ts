/**
 * A large value in parts: one of its lists has a member, by name, for each partition downstream. The
 * head is the value with that list empty; a part is one member. Who works in a partition reads the
 * head and its own part, which is the same value with all other members left out.
 */
export type Parted = {
  readonly head: unknown
  readonly parts: readonly { readonly name: string; readonly part: unknown }[]
}

/** @throws where the value has no list of named members under that name: a defect of its spec */
export function splitValue(value: unknown, partsIn: string): Parted {
  const members = isRecord(value) ? value[partsIn] : null
  if (!isRecord(value) || !Array.isArray(members)) throw new Error(`a value has no list ${partsIn}`)
  const parts = members.map((part: unknown) => {
    const name = isRecord(part) ? part['name'] : null
    if (typeof name !== 'string') throw new Error(`a member of ${partsIn} has no name`)
    return { name, part }
  })
  return { head: { ...value, [partsIn]: [] }, parts }
}

/** The value with these members, in their order. */
export function joinValue(head: unknown, partsIn: string, parts: readonly unknown[]): unknown {
  return isRecord(head) ? { ...head, [partsIn]: parts } : head
}

/** Of the names of all parts those that are asked for; all where nothing is said. */
export function namesWanted(
  names: readonly string[],
  only: readonly string[] | undefined,
): readonly string[] {
  return only === undefined ? names : names.filter((name) => only.includes(name))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
