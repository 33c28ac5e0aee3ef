import type { Screen } from '../../state/view-slice'
import type { FlagChoice } from './flags.model'
import type { Shown } from './source-columns'

export const deskTabs = ['columns', 'join', 'quality', 'filters', 'left-out'] as const
export type DeskTab = (typeof deskTabs)[number]

/** Where something of the files is mended: a part of a file, a report of the desk, another screen. */
export type DeskTarget =
  | {
      readonly tab: 'columns'
      readonly fileId: string
      readonly shown?: Shown
      readonly flag?: FlagChoice
    }
  | { readonly tab: Exclude<DeskTab, 'columns'> }
  | { readonly screen: Screen }
