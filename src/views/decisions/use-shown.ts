import { useMemo } from 'react'
import { useApp, useValues } from '../../state/hooks'
import {
  type DecisionPlace,
  type OverrideLine,
  placeOf,
  selectOverrideLog,
} from '../../state/overrides/overrides-slice'
import { selectCategory } from '../../state/selectors'
import { external, internal, labeling, reassigned } from '../../state/shown-assets'
import { placeKey, type Shown, shownPlace } from './shown-places'

/** Reads what the shown run says of every place that decisions were made in. */
export function useShown(): Shown {
  const lines = useApp(selectOverrideLog)
  const category = useApp(selectCategory)
  const asked = useMemo(() => askedFor(placesIn(lines), category), [lines, category])
  const assigned = useValues(asked.branches)
  const merged = useValues(asked.merged)
  const names = useValues(asked.names)
  return useMemo(() => {
    const namesIn = new Map(asked.names.map(({ partition }, i) => [partition, names[i] ?? null]))
    const found = new Map(
      [...asked.places].flatMap((place, i) => {
        const value = [...assigned, ...merged][i] ?? null
        const labelled = namesIn.get(nameCategory(place, category)) ?? null
        const { branch } = place
        return value === null
          ? []
          : [[placeKey(place), shownPlace(value, labelled, branch)] as const]
      }),
    )
    return (place) => found.get(placeKey(place)) ?? null
  }, [asked, assigned, merged, names, category])
}

function placesIn(lines: readonly OverrideLine[]): readonly DecisionPlace[] {
  const places = new Map<string, DecisionPlace>()
  for (const { entry, standing } of lines)
    if (standing !== 'revoke') places.set(placeKey(entry), entry)
  return [...places.values()]
}

function askedFor(places: readonly DecisionPlace[], category: string | null) {
  const branches = places.filter(({ branch }) => branch !== 'merged')
  const merged = places.filter(({ branch }) => branch === 'merged')
  const named = new Set(places.map((place) => nameCategory(place, category)))
  const specs = { internal, external }
  return {
    /** Those of the branches, then the merged ones, as the values are asked for. */
    places: [...branches, ...merged],
    branches: branches.flatMap(({ branch, category: partition }) =>
      branch === 'merged' ? [] : [{ spec: specs[branch].assigned, partition }],
    ),
    merged: merged.map(({ category: partition }) => ({ spec: reassigned, partition })),
    names: [...named].map((partition) => ({ spec: labeling, partition })),
  }
}

/** External clusters of the whole chain are named in every category: in the one that is looked at. */
function nameCategory({ branch, category }: DecisionPlace, looked: string | null): string | null {
  return category === placeOf(branch, null).category ? looked : category
}
