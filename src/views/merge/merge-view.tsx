import { useMemo, useState } from 'react'
import { useApp, useAsset } from '../../state/hooks'
import { selectCategory } from '../../state/selectors'
import { crossed, labeling, published, reassigned } from '../../state/shown-assets'
import { Answer } from '../../ui/answer'
import { AssetGate } from '../asset-gate'
import { isOld } from '../asset-gate.model'
import { DecisionLog, useDecisionLog } from '../decision-log'
import { DownloadMerged } from '../download-merged'
import { answerOf } from './answer.model'
import { CrosstabRegion } from './crosstab-region'
import { FinalClusters } from './final-clusters'
import { FinalStores } from './final-stores'
import { FlowRegion } from './flow-region'
import classes from './merge-view.module.css'
import { MinSizePanel, useMinSize } from './min-size-panel'
import { MovedStores } from './moved-stores'
import { namesOf, type Pairs, pairsOf } from './pairs.model'
import { useDecidable } from './use-decidable'

const noPairs: Pairs = new Map()

/** How do the two views cross? */
export function MergeView() {
  const category = useApp(selectCategory)
  const crossing = useAsset(crossed, category)
  const moved = useAsset(reassigned, category)
  const named = useAsset(labeling, category)
  const handedOver = useAsset(published, null)
  const draft = useMinSize()
  const pairs = useMemo(
    () => (crossing.value === null ? noPairs : pairsOf(crossing.value)),
    [crossing.value],
  )
  const names = useMemo(
    () => ({
      internal: namesOf(named.value, 'internal'),
      external: namesOf(named.value, 'external'),
      merged: namesOf(named.value, 'merged'),
    }),
    [named.value],
  )
  const decidable = useDecidable({
    crossed: crossing.value,
    reassigned: moved.value,
    pairs,
    names: names.merged,
    category,
  })
  const [chosen, setChosen] = useState<string | null>(null)
  const { rows, broken } = useDecisionLog()
  const answer =
    crossing.value === null || moved.value === null ? null : answerOf(crossing.value, moved.value)
  const sizes = useMemo(() => moved.value?.sizesBefore.map(({ size }) => size) ?? [], [moved.value])
  return (
    <>
      <Answer
        title={answer?.title ?? 'How do the two views cross?'}
        detail={answer === null ? undefined : `${broken} ${answer.detail}`.trim()}
        actions={<DownloadMerged published={handedOver.value} />}
      />
      <AssetGate asset={moved} label="Merged clusters" drains={false}>
        {(value) => (
          <div className={classes.body}>
            <div className={classes.cross}>
              {crossing.value === null ? null : (
                <div data-drained={isOld(crossing) || undefined}>
                  <CrosstabRegion
                    crossed={crossing.value}
                    names={names}
                    category={category}
                    minSize={draft.value}
                    isApplied={draft.value === value.minClusterSize}
                  />
                </div>
              )}
              <MinSizePanel sizes={sizes} made={value.minClusterSize} draft={draft} />
            </div>
            <div className={classes.moves} data-drained={isOld(moved) || undefined}>
              <FlowRegion reassigned={value} pairs={pairs} category={category} />
              <MovedStores
                reassigned={value}
                pairs={pairs}
                category={category}
                decidable={decidable}
              />
            </div>
            <div className={classes.final} data-drained={isOld(moved) || undefined}>
              <FinalClusters
                reassigned={value}
                pairs={pairs}
                names={names}
                category={category}
                chosen={chosen}
                onChoose={setChosen}
              />
              <FinalStores
                reassigned={value}
                pairs={pairs}
                category={category}
                chosen={value.sizesAfter.some(({ cluster }) => cluster === chosen) ? chosen : null}
                decidable={decidable}
              />
            </div>
          </div>
        )}
      </AssetGate>
      <DecisionLog rows={rows} />
    </>
  )
}
