import { confusionMatrix } from '../../../../math/confusion-matrix'
import { createRandom } from '../../../../math/random'
import { stratifiedFolds } from '../../../../math/stratified-folds'
import type { Column } from '../../../../table/table'
import { keepShare } from './keep-share'
import { fitModel, type ForestSettings, rankFeatures, type Sample, splitAt } from './rank-features'

export type KeepRule = {
  readonly share: number
  readonly mustKeep: (place: number) => boolean
}

/** Streams beyond those of every ranking that is numbered from 0 on. */
const firstStreamOfJudge = 2 ** 32
const streamsPerFold = 2048

/**
 * How well the selected columns tell the classes, judged on a clean split: for every fold the whole
 * selection is made anew from the other folds and a forest learns on what it keeps, so that neither
 * has seen the rows that they are judged by. Judging the selection by rows that it was made from
 * would find that it tells something even where there is nothing to tell.
 */
export function judgeSelection(
  columns: readonly Column[],
  sample: Sample,
  { rule, ...settings }: ForestSettings & { readonly rule: KeepRule },
): { readonly confusion: Int32Array; readonly accuracy: number } {
  const { nFolds, nClasses, randomState } = settings
  const folds = stratifiedFolds(
    sample.classes,
    nFolds,
    createRandom(randomState, firstStreamOfJudge),
  )
  const confusion = new Int32Array(nClasses * nClasses)
  for (let fold = 0; fold < nFolds; fold++) {
    const [training, unseen] = splitAt(sample, folds, fold)
    const { importance } = rankFeatures(columns, training, { ...settings, place: fold + 1 })
    const kept = keepShare(importance, rule.share, rule.mustKeep)
    const firstStream = firstStreamOfJudge + (fold + 1) * streamsPerFold
    const selected = columns.filter((_, place) => kept.has(place))
    const model = fitModel(selected, training, { ...settings, firstStream })
    const predicted = model.predict(model.encode(unseen.rows))
    confusionMatrix(unseen.classes, predicted, nClasses).forEach((count, i) => {
      confusion[i] += count
    })
  }
  let nRight = 0
  for (let c = 0; c < nClasses; c++) nRight += confusion[c * nClasses + c]
  return { confusion, accuracy: nRight / sample.rows.length }
}
