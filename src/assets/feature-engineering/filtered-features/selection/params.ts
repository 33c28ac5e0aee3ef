import * as v from 'valibot'
import { sessionId } from '../../../model-training/params'
import { choice, custom, integer, names, number, onlyWith, type Param } from '../../../schema'

/** Also read by the graph: only with it do features wait for the internal clusters. */
export const featureSelection = choice({
  label: 'Select features',
  help: 'Supervised keeps the external features that tell the internal clusters of a category: a random forest predicts them, and a feature counts by how many votes for the right cluster are lost once its values are shuffled.',
  default: 'none',
  options: [
    { value: 'none', label: 'None' },
    { value: 'supervised', label: 'Supervised' },
  ],
})

const ifSupervised = <T>(param: Param<T>): Param<T> =>
  onlyWith('feature_selection', ['supervised'], param)

/** What the external branch alone reads: there is nothing that its stores are not clustered by. */
export const selectionParams = {
  feature_selection: featureSelection,
  selection_category: ifSupervised(
    custom<string>({
      label: 'Clusters of category',
      help: 'The category whose internal clusters are predicted; auto takes the one with the most stores.',
      schema: v.pipe(v.string(), v.nonEmpty()),
      default: 'auto',
      control: { kind: 'scalar' },
      expects: 'auto or the name of a category',
    }),
  ),
  selection_share: ifSupervised(
    number({
      label: 'Importance kept',
      help: 'The most important features are kept until they hold this share of all importance; at least one is.',
      default: 0.8,
      min: 0,
      max: 1,
      step: 0.05,
    }),
  ),
  must_keep_features: ifSupervised(
    names({
      label: 'Keep when selecting',
      help: 'Columns that the selection keeps however little they tell; those that are always kept need not be named again.',
    }),
  ),
  selection_trees: ifSupervised(
    integer({
      label: 'Trees',
      help: 'Trees of each random forest of the selection.',
      default: 100,
      min: 10,
      max: 2000,
    }),
  ),
  selection_folds: ifSupervised(
    integer({
      label: 'Folds',
      help: 'Parts that the stores are split into: each is predicted by what the others teach.',
      default: 5,
      min: 2,
      max: 20,
    }),
  ),
  session_id: sessionId,
} as const
