import { type ComponentType, lazy, type LazyExoticComponent } from 'react'
import {
  type Icon,
  IconAdjustments,
  IconArrowsDiff,
  IconArrowsJoin,
  IconChartDots3,
  IconDatabase,
  IconDownload,
  IconHistory,
  IconSitemap,
  IconStairs,
} from '@tabler/icons-react'
import type { Screen } from '../../state/view-slice'

export type ScreenEntry = {
  readonly screen: Screen
  /** Name of the link, exactly. */
  readonly label: string
  readonly icon: Icon
  /** On the path from Data to Export, with a dot; the others stand beside the line. */
  readonly onPath: boolean
  /** False for what is reached from the bar and from other screens. */
  readonly inRail?: boolean
  /** In the bottom bar of a phone; the others are under More. */
  readonly onPhone: boolean
  readonly View: LazyExoticComponent<ComponentType>
}

/** Every screen there is, in the order of the rail. A new one is one entry here. */
export const screenEntries: readonly ScreenEntry[] = [
  {
    screen: 'data',
    label: 'Data',
    icon: IconDatabase,
    onPath: true,
    onPhone: true,
    View: lazy(() => import('../data/data-view').then((module) => ({ default: module.DataView }))),
  },
  {
    screen: 'configure',
    label: 'Configure',
    icon: IconAdjustments,
    onPath: true,
    onPhone: false,
    View: lazy(() =>
      import('../configure/configure-view').then((module) => ({ default: module.ConfigureView })),
    ),
  },
  {
    screen: 'pipeline',
    label: 'Pipeline',
    icon: IconSitemap,
    onPath: true,
    onPhone: false,
    View: lazy(() =>
      import('../pipeline/pipeline-view').then((module) => ({ default: module.PipelineView })),
    ),
  },
  {
    screen: 'cluster-count',
    label: 'Cluster count',
    icon: IconStairs,
    onPath: false,
    onPhone: false,
    View: lazy(() =>
      import('../cluster-count/cluster-count-view').then((module) => ({
        default: module.ClusterCountView,
      })),
    ),
  },
  {
    screen: 'clusters',
    label: 'Clusters',
    icon: IconChartDots3,
    onPath: true,
    onPhone: true,
    View: lazy(() =>
      import('../clusters/clusters-view').then((module) => ({ default: module.ClustersView })),
    ),
  },
  {
    screen: 'merge',
    label: 'Merge',
    icon: IconArrowsJoin,
    onPath: true,
    onPhone: true,
    View: lazy(() =>
      import('../merge/merge-view').then((module) => ({ default: module.MergeView })),
    ),
  },
  {
    screen: 'compare',
    label: 'Compare',
    icon: IconArrowsDiff,
    onPath: false,
    onPhone: false,
    View: lazy(() =>
      import('../compare/compare-view').then((module) => ({ default: module.CompareView })),
    ),
  },
  {
    screen: 'runs',
    label: 'Runs',
    icon: IconHistory,
    onPath: false,
    inRail: false,
    onPhone: false,
    View: lazy(() => import('../runs/runs-view').then((module) => ({ default: module.RunsView }))),
  },
  {
    screen: 'export',
    label: 'Export',
    icon: IconDownload,
    onPath: true,
    onPhone: true,
    View: lazy(() =>
      import('../export/export-view').then((module) => ({ default: module.ExportView })),
    ),
  },
]
