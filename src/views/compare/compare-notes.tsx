import type { RunComparison } from '../../runs/compare/compare-runs'
import { Notice } from '../../ui/notice'
import { notesOf } from './notes.model'

export type CompareNotesProps = {
  readonly comparison: RunComparison
  readonly category: string | null
}

/** What cannot be compared, and why; nothing where all can. */
export function CompareNotes({ comparison, category }: CompareNotesProps) {
  return notesOf(comparison, category).map((note) => (
    <Notice key={note} tone="warn">
      {note}
    </Notice>
  ))
}
