import * as v from 'valibot'
import { choice } from '../schema'

/** What happens to a store that took no part in finding clusters: an outlier, or noise of the fit. */
export const outlierPolicy = choice({
  label: 'What happens to them',
  help: 'Stores that are flagged, and those that dbscan or hdbscan call noise. Assign: the nearest cluster and a flag. Separate: the label outlier instead of a cluster, also when merged. Drop: no cluster, listed among the exceptions.',
  default: 'assign',
  options: [
    { value: 'assign', label: 'Assign to the nearest cluster' },
    { value: 'separate', label: 'Keep separate' },
    { value: 'drop', label: 'Drop and list' },
  ],
})
/** The policy as values carry it, from the stage that has the parameter to where stores are placed. */
export const outlierPolicyValue = v.picklist(['assign', 'separate', 'drop'])

/**
 * The label of a store that is kept separate, in files and on screens. Inside, such a store stands
 * in a list of its own, never among the stores with a cluster: there is no number for it.
 */
export const outlierLabel = 'outlier'

/** Why a store took no part in the clusters: flagged before the fit, or called noise by it. */
export const outsider = v.picklist(['outlier', 'noise'])
export type Outsider = v.InferOutput<typeof outsider>
