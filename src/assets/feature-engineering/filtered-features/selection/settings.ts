import type { StageSpecs } from '../../../branch'
import { idMatch } from '../../../preprocessing/params'
import type { ParamsOf } from '../../../spec'
import { selectionParams } from './params'

type FilterParams = ParamsOf<StageSpecs['filtered']>

/** What the selection reads; the internal branch has no such parameters, hence the defaults. */
export type SelectionSettings = Required<
  Pick<FilterParams, Exclude<keyof typeof selectionParams, 'feature_selection'>>
> &
  Required<Pick<FilterParams, 'id_match' | 'keep_features'>>

export function settingsOfSelection({
  id_match = idMatch.default,
  keep_features,
  selection_category = selectionParams.selection_category.default,
  selection_share = selectionParams.selection_share.default,
  must_keep_features = selectionParams.must_keep_features.default,
  selection_trees = selectionParams.selection_trees.default,
  selection_folds = selectionParams.selection_folds.default,
  session_id = selectionParams.session_id.default,
}: FilterParams): SelectionSettings {
  return {
    id_match,
    keep_features,
    selection_category,
    selection_share,
    must_keep_features,
    selection_trees,
    selection_folds,
    session_id,
  }
}
