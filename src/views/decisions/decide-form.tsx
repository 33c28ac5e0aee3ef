import { type FormEvent, useMemo, useRef, useState } from 'react'
import { previewDecision, type PlacedStores } from '../../state/overrides/decision-preview'
import { useActions, useApp } from '../../state/hooks'
import type { DecisionPlace } from '../../state/overrides/overrides-slice'
import { Button } from '../../ui/controls'
import { showUndo } from '../../ui/undo'
import { ClusterSelect, type LockableCluster } from './cluster-select'
import classes from './decide-form.module.css'
import { decisionLabels, decisionText, type PlacingKind } from './decision-words'
import { PreviewLine } from './preview-line'
import { useOpenedForm } from './use-opened-form'
import { useWhoAndWhy, WhoAndWhy } from './who-and-why'

export type DecideFormProps = {
  readonly kind: PlacingKind
  readonly place: DecisionPlace
  readonly stores: readonly string[]
  readonly clusters: readonly LockableCluster[]
  readonly placed: PlacedStores
  readonly onClose: () => void
}

/** One decision about stores: what it would do, who says so and why. Escape closes it. */
export function DecideForm(props: DecideFormProps) {
  const { kind, place, stores, clusters, placed, onClose } = props
  const [cluster, setCluster] = useState(() => clusterOf(stores, placed))
  const log = useApp(({ configuration }) => configuration.overrides)
  const { appendOverride, revokeOverride } = useActions()
  const said = useWhoAndWhy('')
  const form = useRef<HTMLFormElement>(null)
  useOpenedForm(form, onClose)
  const decision = useMemo(
    () => (kind === 'lock' ? { ...place, kind, stores, cluster } : { ...place, kind, stores }),
    [kind, place, stores, cluster],
  )
  const preview = useMemo(() => previewDecision(placed, log, decision), [placed, log, decision])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const told = said.read()
    if (told === null) return
    const id = appendOverride({ ...decision, ...told })
    const nameOf = (_: DecisionPlace, key: string) =>
      clusters.find((one) => one.key === key)?.name ?? null
    showUndo(decisionText(decision, nameOf), () => revokeOverride(id, told.author, 'undone'))
    onClose()
  }
  return (
    <form
      ref={form}
      className={classes.form}
      aria-label={decisionLabels[kind]}
      onSubmit={submit}
      noValidate
    >
      <div className={classes.fields}>
        {kind === 'lock' ? (
          <ClusterSelect clusters={clusters} value={cluster} onChange={setCluster} />
        ) : null}
        <WhoAndWhy said={said} />
        <div className={classes.actions}>
          <Button type="submit" size="xs" variant="filled">
            Confirm
          </Button>
          <Button size="xs" variant="subtle" onClick={onClose}>
            Cancel
          </Button>
        </div>
      </div>
      <PreviewLine preview={preview} />
    </form>
  )
}

/** The cluster that the first store is in. */
function clusterOf(stores: readonly string[], { storeIds, clusters }: PlacedStores): string {
  return clusters[storeIds.indexOf(stores[0] ?? '')] ?? ''
}
