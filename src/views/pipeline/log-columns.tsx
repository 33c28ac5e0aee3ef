import { categoryOf } from '../../state/category-of'
import type { DataColumn } from '../../ui/data-table-props'
import classes from './log-board.module.css'
import { LogLevelMark } from './log-level'
import { levels, type LogRow, timeText } from './log.model'

/** Time, level, asset (which opens it), category and message of a line. */
export function logColumns(onSelect: (key: string) => void): readonly DataColumn<LogRow>[] {
  return [
    {
      id: 'time',
      head: 'Time',
      value: ({ at }) => at,
      cell: ({ at }) => timeText(at),
      tone: 'ink-3',
    },
    {
      id: 'level',
      head: 'Level',
      value: ({ level }) => levels.indexOf(level),
      cell: ({ level }) => <LogLevelMark level={level} />,
      descFirst: true,
    },
    {
      id: 'asset',
      head: 'Asset',
      value: ({ asset }) => asset,
      cell: ({ key, asset }) =>
        key === null ? (
          asset
        ) : (
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
      id: 'message',
      head: 'Message',
      value: ({ message }) => message,
      cell: ({ message }) => (
        <span className={classes.message} title={message}>
          {message}
        </span>
      ),
      sortable: false,
      width: '100%',
    },
  ]
}
