import { useMemo, useState } from 'react'
import { previewDecision, type PlacedStores } from '../../state/overrides/decision-preview'
import { useActions, useApp } from '../../state/hooks'
import type { DecisionPlace } from '../../state/overrides/overrides-slice'
import { showUndo } from '../../ui/undo'
import { ClusterSelect, type LockableCluster } from './cluster-select'
import { decisionLabels, decisionText, type PlacingKind } from './decision-words'
import { PreviewLine } from './preview-line'
import { SaidForm } from './said-form'
import type { Said } from './who-and-why'

export type DecideFormProps = {
  readonly kind: PlacingKind
  readonly place: DecisionPlace
  readonly stores: readonly string[]
  readonly clusters: readonly LockableCluster[]
  readonly placed: PlacedStores
  readonly onClose: () => void
}

/** One decision about stores: what it would do, who says so and why. */
export function DecideForm(props: DecideFormProps) {
  const { kind, place, stores, clusters, placed, onClose } = props
  const [cluster, setCluster] = useState(() => clusterOf(stores, placed))
  const log = useApp(({ configuration }) => configuration.overrides)
  const { appendOverride, revokeOverride } = useActions()
  const decision = useMemo(
    () => (kind === 'lock' ? { ...place, kind, stores, cluster } : { ...place, kind, stores }),
    [kind, place, stores, cluster],
  )
  const preview = useMemo(() => previewDecision(placed, log, decision), [placed, log, decision])
  const decide = (said: Said) => {
    const id = appendOverride({ ...decision, ...said })
    const nameOf = (_: DecisionPlace, key: string) =>
      clusters.find((one) => one.key === key)?.name ?? null
    showUndo(decisionText(decision, nameOf), () => revokeOverride(id, said.author, 'undone'))
  }
  return (
    <SaidForm
      label={decisionLabels[kind]}
      fields={
        kind === 'lock' && (
          <ClusterSelect clusters={clusters} value={cluster} onChange={setCluster} />
        )
      }
      onConfirm={decide}
      onClose={onClose}
    >
      <PreviewLine preview={preview} />
    </SaidForm>
  )
}

/** The cluster that the first store is in. */
function clusterOf(stores: readonly string[], { storeIds, clusters }: PlacedStores): string {
  return clusters[storeIds.indexOf(stores[0] ?? '')] ?? ''
}
