import { useMemo, useState } from 'react'
import { useActions, useApp } from '../../state/hooks'

/** Chosen clusters and selected stores: one selection for every picture, the table and the URL. */
export function useFocus() {
  const clusters = useApp((state) => state.view.clusters)
  const stores = useApp((state) => state.view.stores)
  const branch = useApp((state) => state.view.branch)
  const { look } = useActions()
  const chosen = useMemo(() => new Set(clusters), [clusters])
  const selected = useMemo(() => new Set(stores), [stores])
  const [drawn, setDrawn] = useState<{
    readonly branch: string
    readonly ids: ReadonlySet<string>
  } | null>(null)
  // A lasso belongs to the picture it was drawn in, and goes with its selection.
  const lasso = drawn !== null && drawn.branch === branch && stores.length > 0 ? drawn.ids : null
  return {
    chosen,
    selected,
    lasso,
    chooseCluster: (key: string, isAdded: boolean) =>
      look({ clusters: nextChosen(clusters, key, isAdded) }),
    pickStore: (id: string) =>
      look({ stores: selected.has(id) ? stores.filter((other) => other !== id) : [...stores, id] }),
    selectLasso: (ids: readonly string[]) => {
      setDrawn({ branch, ids: new Set(ids) })
      look({ stores: ids })
    },
    clear: () => {
      setDrawn(null)
      look({ stores: [], clusters: [] })
    },
  }
}

export type Focus = ReturnType<typeof useFocus>

/** A click chooses one cluster alone, or none when it was the only one; Shift adds and takes away. */
function nextChosen(clusters: readonly string[], key: string, isAdded: boolean): readonly string[] {
  const has = clusters.includes(key)
  if (isAdded) return has ? clusters.filter((other) => other !== key) : [...clusters, key]
  return has && clusters.length === 1 ? [] : [key]
}
