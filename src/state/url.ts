import { type BranchView, firstView, type Screen, screens, type View } from './view-slice'

const branches: readonly BranchView[] = ['internal', 'external', 'merged']

/** `#/clusters?run=…&category=…`: everything that is looked at, so that a link brings it back. */
export function encodeView(view: View): string {
  const query = new URLSearchParams()
  if (view.runId !== null) query.set('run', view.runId)
  if (view.comparedRunId !== null) query.set('against', view.comparedRunId)
  if (view.category !== null) query.set('category', view.category)
  if (view.branch !== firstView.branch) query.set('branch', view.branch)
  if (view.asset !== null) query.set('asset', view.asset)
  if (view.setting !== null) query.set('setting', view.setting)
  for (const cluster of view.clusters) query.append('cluster', cluster)
  for (const store of view.stores.slice(0, 50)) query.append('store', store)
  const search = query.toString()
  return `#/${view.screen}${search === '' ? '' : `?${search}`}`
}

/** Reads a hash; anything unknown falls back to the first view. */
export function decodeView(hash: string): View {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const query = new URLSearchParams(search)
  return {
    screen: screens.find((screen): screen is Screen => screen === path) ?? firstView.screen,
    runId: query.get('run'),
    comparedRunId: query.get('against'),
    category: query.get('category'),
    branch: branches.find((branch) => branch === query.get('branch')) ?? firstView.branch,
    asset: query.get('asset'),
    setting: query.get('setting'),
    clusters: query.getAll('cluster'),
    stores: query.getAll('store'),
  }
}
