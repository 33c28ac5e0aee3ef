import { useMemo, useState } from 'react'
import { type Picture, usePicture } from '../../state/hooks'
import type { ScatterGroup, ScatterPoints } from '../../ui/charts/scatter-props'
import { axesOf, type AxisWords, pointsOf, umapSpace } from './scatter.model'
import type { Scene } from './scene.model'

export type PictureKind = 'components' | 'umap'

export type ScatterPicture = {
  readonly kind: PictureKind
  readonly choose: (kind: PictureKind) => void
  readonly umap: { readonly picture: Picture | null; readonly onDraw: () => void }
  /** The axes that can be chosen; none where they mean nothing. */
  readonly axes: readonly AxisWords[]
  readonly across: number
  readonly up: number
  readonly chooseAxis: (change: { readonly across?: number; readonly up?: number }) => void
  readonly points: ScatterPoints
  readonly names: { readonly across: string; readonly up: string }
}

/** The points of the picture that is chosen; the components until the UMAP picture is drawn. */
export function useScatterPicture(
  { reduced, placement, branch }: Scene,
  groups: readonly ScatterGroup[],
): ScatterPicture {
  const [kind, choose] = useState<PictureKind>('components')
  const [chosen, setChosen] = useState({ across: 0, up: 1 })
  const { picture, draw } = usePicture(reduced, {
    branch: branch === 'external' ? branch : 'internal',
    isAsked: kind === 'umap',
  })
  const places = kind === 'umap' && picture?.step === 'drawn' ? picture.places : null
  const axes = useMemo(() => axesOf(reduced), [reduced])
  const across = Math.min(chosen.across, axes.length - 1)
  const up = Math.min(chosen.up, axes.length - 1)
  // With a single component there is no second axis: the stores lie on a line.
  const upward = axes.length < 2 ? 1 : up
  const points = useMemo(
    () =>
      places === null
        ? pointsOf(reduced, placement, { groups, axes: [across, upward] })
        : pointsOf({ ...reduced, ...umapSpace(places) }, placement, { groups, axes: [0, 1] }),
    [reduced, placement, groups, across, upward, places],
  )
  const names =
    places === null
      ? { across: axes[across]?.name ?? '', up: axes[up]?.name ?? '' }
      : { across: 'UMAP 1', up: 'UMAP 2' }
  return {
    kind,
    choose,
    across,
    up,
    points,
    names,
    umap: { picture, onDraw: draw },
    axes: places === null ? axes : [],
    chooseAxis: (change) => setChosen({ ...chosen, ...change }),
  }
}
