import { ClusterToken } from '../../ui/token'
import { tokenOf } from './flow.model'
import type { Pairs } from './pairs.model'

/** The joined token of a merged label; the bare label where its halves are not known. */
export function MergedToken({ label, pairs }: { readonly label: string; readonly pairs: Pairs }) {
  const pair = pairs.get(label)
  return pair === undefined ? label : <ClusterToken {...tokenOf(pair)} />
}
