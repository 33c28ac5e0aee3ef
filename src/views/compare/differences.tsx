import { useMemo } from 'react'
import { IconArrowRight } from '@tabler/icons-react'
import type { RunComparison } from '../../runs/compare/compare-runs'
import { classNames } from '../../ui/class-names'
import { Switch } from '../../ui/controls'
import { Region } from '../../ui/region'
import { sentenceCase } from '../../ui/sentence-case'
import type { RunWords } from '../run-words'
import { type DifferenceGroup, differenceGroups } from './differences.model'
import { differencesTitle } from './differences-title'
import classes from './differences.module.css'

export type DifferencesProps = {
  readonly comparison: RunComparison
  readonly category: string | null
  readonly words: RunWords
  readonly isAll: boolean
  readonly onAll: (isAll: boolean) => void
}

/** Only what differs in what the two runs were made of; the rest on request. */
export function Differences({ comparison, category, words, isAll, onAll }: DifferencesProps) {
  const groups = useMemo(() => differenceGroups(comparison, category), [comparison, category])
  const shown = groups
    .map((group) => ({ ...group, rows: group.rows.filter(({ isSame }) => isAll || !isSame) }))
    .filter(({ rows }) => rows.length > 0)
  return (
    <Region
      title={differencesTitle(groups)}
      subtitle={isAll ? 'What is the same is grey' : 'What is the same is not shown'}
      actions={
        <Switch
          label="Show what is the same"
          checked={isAll}
          onChange={(event) => onAll(event.currentTarget.checked)}
        />
      }
    >
      <div
        className={classes.groups}
        data-all={isAll || undefined}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by keyboard
        tabIndex={0}
        role="group"
        aria-label="What differs, scrolls"
      >
        {shown.map((group) => (
          <Group key={group.title} group={group} words={words} />
        ))}
      </div>
    </Region>
  )
}

type GroupProps = { readonly group: DifferenceGroup; readonly words: RunWords }

function Group({ group: { title, isCode, rows }, words }: GroupProps) {
  return (
    <table
      className={classes.table}
      data-code={isCode || undefined}
      aria-label={`${title} of both runs`}
    >
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">{sentenceCase(words.before)}</th>
          <th scope="col">{sentenceCase(words.after)}</th>
          <th scope="col">
            <span className="visually-hidden">More</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, code, before, after, note, isSame }) => (
          <tr key={key} data-same={isSame || undefined}>
            <th scope="row" title={name}>
              {name} {code === '' ? null : <code>{code}</code>}
            </th>
            <td className={classNames(classes.before, isCode && classes.code)} title={before}>
              {before}
            </td>
            <td className={classNames(classes.after, isCode && classes.code)} title={after}>
              {isSame ? null : <IconArrowRight size={14} stroke={1.5} aria-label="becomes" />}
              <span>{after}</span>
            </td>
            <td className={classes.note} title={note}>
              {note}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
