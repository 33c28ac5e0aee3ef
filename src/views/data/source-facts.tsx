import type { Source } from '../../runs/contract'
import { useApp } from '../../state/hooks'
import { seenProfile } from '../../state/sources/seen-profile'
import { Tooltip } from '../../ui/controls'
import { accountSentence, confidenceOf, readingSentence } from './reading.model'
import classes from './reading-panel.module.css'
import { SourceNotes } from './source-notes'

const notCopied =
  'This browser keeps no copy of the file: after a reload, choose it again. Its settings and all results are kept.'

export type SourceFactsProps = { readonly source: Source; readonly nChosen: number }

/** How the file was read, how sure that is, where every row went, what was repaired. */
export function SourceFacts({ source, nChosen }: SourceFactsProps) {
  const profile = seenProfile(source)
  const isCopied = useApp((state) => !state.notCopied.has(profile.digest))
  const sure = confidenceOf(profile.guess)
  return (
    <>
      <p className={classes.facts}>
        {readingSentence(profile)}{' '}
        <Tooltip label={sure.detail}>
          <span
            className={classes.sure}
            data-low={sure.isLow || undefined}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- its number is read on focus too
            tabIndex={0}
          >
            {nChosen > 0 ? 'Partly chosen by you' : sure.words}
          </span>
        </Tooltip>
        {'. '}
        <span>{accountSentence(profile.account)}.</span>
      </p>
      <SourceNotes notes={isCopied ? profile.notes : [notCopied, ...profile.notes]} />
    </>
  )
}
