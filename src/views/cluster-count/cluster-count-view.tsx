import { useActions, useApp, useAsset } from '../../state/hooks'
import { selectCategories, selectCategory, selectExternalPartition } from '../../state/selectors'
import { external, internal } from '../../state/shown-assets'
import { Answer } from '../../ui/answer'
import { Segments } from '../../ui/segments'
import { AssetGate } from '../asset-gate'
import { CategoryList } from './category-list'
import { answerOf } from './answer.model'
import classes from './cluster-count-view.module.css'
import { CountTable } from './count-table'
import { CriterionPicks } from './criterion-picks'
import { RuleSelect } from './rule-select'
import { ScorePanels } from './score-panels'

const branches = [
  { value: 'internal', label: 'Internal' },
  { value: 'external', label: 'External' },
] as const

/** Why this number of clusters? */
export function ClusterCountView() {
  const shown = useApp((state) => state.view.branch)
  const branch = shown === 'external' ? 'external' : 'internal'
  const category = useApp(selectCategory)
  const categories = useApp(selectCategories)
  const externalPartition = useApp(selectExternalPartition)
  const partition = branch === 'internal' ? category : externalPartition
  const counts = useAsset(branch === 'internal' ? internal.counts : external.counts, partition)
  const { look, setParams } = useActions()
  const fix = (k: number) => setParams(branch, { k_rule: 'fixed', n_clusters: k })
  const subject = partition === null || partition === 'all' ? 'the chain' : partition
  const answer = counts.value === null ? null : answerOf(counts.value, subject)
  return (
    <>
      <Answer
        title={answer?.title ?? 'How many clusters?'}
        detail={answer?.detail}
        actions={
          <>
            <Segments
              label="Branch"
              value={branch}
              options={branches}
              onChange={(value) => look({ branch: value })}
            />
            <RuleSelect branch={branch} />
          </>
        }
      />
      <AssetGate asset={counts} label="Cluster counts">
        {(value) => (
          <div className={classes.body}>
            <div className={classes.main}>
              <ScorePanels counts={value} onChoose={fix} />
              <CountTable counts={value} onChoose={fix} />
              {value.isSearched ? <CriterionPicks counts={value} branch={branch} /> : null}
            </div>
            {branch === 'internal' && categories.length > 1 ? (
              <CategoryList
                categories={categories}
                current={category}
                onSelect={(name) => look({ category: name })}
              />
            ) : null}
          </div>
        )}
      </AssetGate>
    </>
  )
}
