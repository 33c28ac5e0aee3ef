import { useActions, useApp, useAsset } from '../../state/hooks'
import { selectChoosesOwnK } from '../../state/config/param-selectors'
import { selectCategories, selectCategory, selectExternalPartition } from '../../state/selectors'
import { external, internal } from '../../state/shown-assets'
import { Answer } from '../../ui/answer'
import { Region } from '../../ui/region'
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
  const countsItself = useApp((state) => selectChoosesOwnK(state, branch))
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
            {countsItself ? null : <RuleSelect branch={branch} k={counts.value?.k ?? null} />}
          </>
        }
      />
      <AssetGate asset={counts} label="Cluster counts">
        {(value) => (
          <div className={classes.body}>
            <div className={classes.main}>
              {value.isSearched ? (
                <>
                  <ScorePanels counts={value} onChoose={fix} />
                  <CountTable counts={value} onChoose={fix} />
                  <CriterionPicks counts={value} branch={branch} />
                </>
              ) : (
                <>
                  <Region
                    title="One fit: the algorithm finds the count itself"
                    subtitle="Its measures, over the stores in a cluster. To search for a count, choose another algorithm on Configure."
                  />
                  <CountTable counts={value} onChoose={null} />
                </>
              )}
            </div>
            {branch === 'internal' && categories.length > 1 ? (
              <CategoryList
                categories={categories}
                current={category}
                isSearched={value.isSearched}
                onSelect={(name) => look({ category: name })}
              />
            ) : null}
          </div>
        )}
      </AssetGate>
    </>
  )
}
