import { categoryOf } from '../../state/category-of'
import type { DataColumn } from '../../ui/data-table-props'
import { figuresOf } from '../check-words'
import { CheckMark } from './check-mark'
import { type CheckRow, gravity, nextStepOf } from './checks-board.model'
import classes from './log-board.module.css'

/** Outcome, asset (which opens it), category, what holds, what was found, and the next step. */
export function checkColumns(onSelect: (key: string) => void): readonly DataColumn<CheckRow>[] {
  return [
    {
      id: 'outcome',
      head: 'Outcome',
      value: ({ outcome }) => gravity.indexOf(outcome),
      cell: ({ check, outcome }) => (
        <span className={classes.outcome}>
          <CheckMark check={check} /> {outcome}
        </span>
      ),
    },
    {
      id: 'asset',
      head: 'Asset',
      value: ({ asset }) => asset,
      cell: ({ key, asset }) => (
        <button type="button" className={classes.link} onClick={() => onSelect(key)}>
          {asset}
        </button>
      ),
    },
    {
      id: 'category',
      head: 'Category',
      value: ({ partition }) => categoryOf(partition) ?? '',
      tone: 'ink-2',
    },
    {
      id: 'check',
      head: 'Check',
      value: ({ check }) => check.description,
      cell: ({ check }) => <Cut text={check.description} width="17rem" />,
    },
    {
      id: 'found',
      head: 'Found',
      value: ({ check }) => figuresOf(check).join(', '),
      cell: ({ check }) => <Cut text={figuresOf(check).join(', ')} width="11rem" />,
      tone: 'ink-2',
    },
    {
      id: 'next',
      head: 'Next step',
      value: ({ check }) => nextStepOf(check),
      cell: ({ check }) => <Cut text={nextStepOf(check)} width="15rem" />,
      tone: 'ink-2',
    },
    {
      id: 'severity',
      head: 'Severity',
      value: ({ check }) => `${check.severity}${check.blocking ? ', blocking' : ''}`,
      tone: 'ink-2',
    },
  ]
}

/** One line; what is cut is told whole when the row is pressed. */
function Cut({ text, width }: { readonly text: string; readonly width: string }) {
  return (
    <span className={classes.cut} style={{ maxWidth: width }} title={text}>
      {text}
    </span>
  )
}
