import { useCallback, useState } from 'react'
import { useActions } from '../../state/hooks'
import type { DeskTab, DeskTarget } from './desk-place'

type FilePlace = Extract<DeskTarget, { readonly tab: 'columns' }>

type Place = {
  readonly tab: DeskTab
  /** What of a file was asked for last, and how often something was: a second asking starts anew. */
  readonly file: FilePlace | null
  readonly nAsked: number
}

/** What of the desk is looked at, and how to get to where something is mended. */
export function useDeskPlace(choose: (fileId: string) => void) {
  const [place, setPlace] = useState<Place>({ tab: 'columns', file: null, nAsked: 0 })
  const { look } = useActions()
  const go = useCallback(
    (target: DeskTarget) => {
      if ('screen' in target) {
        look(target)
        return
      }
      if (target.tab === 'columns') choose(target.fileId)
      setPlace(({ nAsked, file }) => ({
        tab: target.tab,
        file: target.tab === 'columns' ? target : file,
        nAsked: nAsked + 1,
      }))
    },
    [choose, look],
  )
  const showTab = useCallback((tab: DeskTab) => setPlace((before) => ({ ...before, tab })), [])
  return { place, go, showTab }
}
