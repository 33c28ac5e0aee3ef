import type { ReadOptions, ReadOverrides } from '../../files/source-profile'
import type { ReadChoices } from '../../state/sources/sources-slice'
import { ChoiceSelect } from './choice-select'
import { CommitField } from './commit-field'
import { delimiterName, delimiters, encodingLabel, encodings } from './files.model'

export type ReadingFieldsProps = {
  /** As the file was read; empty where it could not be. */
  readonly options: Partial<ReadOptions>
  /** What a person fixed. */
  readonly overrides: ReadOverrides
  readonly onOptions: (options: Partial<ReadChoices>) => void
}

/** How bytes become cells: a choice here reads the file again. */
export function DialectFields({ options, overrides, onOptions }: ReadingFieldsProps) {
  return (
    <>
      <ChoiceSelect
        label="Encoding"
        value={options.encoding ?? overrides.encoding ?? null}
        isChosen={overrides.encoding !== undefined}
        options={encodings.map((value) => ({ value, label: encodingLabel(value) }))}
        onChoose={(encoding) => onOptions({ encoding: encoding ?? undefined })}
      />
      <Delimiter options={options} overrides={overrides} onOptions={onOptions} />
      <ChoiceSelect
        label="Quote"
        value={options.quote ?? overrides.quote ?? null}
        isChosen={overrides.quote !== undefined}
        options={quotes}
        onChoose={(quote) => onOptions({ quote: quote ?? undefined })}
      />
      <ChoiceSelect
        label="Escape"
        value={options.escape ?? overrides.escape ?? options.quote ?? null}
        isChosen={overrides.escape !== undefined}
        options={escapes}
        onChoose={(escape) => onOptions({ escape: escape ?? undefined })}
      />
      <TableFields options={options} overrides={overrides} onOptions={onOptions} />
    </>
  )
}

const quotes = [
  { value: '"', label: 'double' },
  { value: "'", label: 'single' },
  { value: '`', label: 'backtick' },
]

const escapes = [
  { value: '"', label: 'double' },
  { value: "'", label: 'single' },
  { value: '\\', label: 'backslash' },
]

/** The usual signs in a list; any other is typed. */
function Delimiter({ options, overrides, onOptions }: ReadingFieldsProps) {
  const value = options.delimiter ?? overrides.delimiter ?? null
  const isChosen = overrides.delimiter !== undefined
  const isOther = isChosen && value !== null && !delimiters.includes(value)
  return (
    <>
      <ChoiceSelect
        label="Separator"
        value={value}
        isChosen={isChosen}
        options={[...delimiters, ...(isOther ? [value] : [])].map((sign) => ({
          value: sign,
          label: delimiterName(sign),
        }))}
        onChoose={(delimiter) => onOptions({ delimiter: delimiter ?? undefined })}
      />
      <CommitField
        key={`other ${value}`}
        label="Another separator"
        before={isOther ? value : ''}
        isChosen={isOther}
        placeholder="Such as ~ or ::"
        faultOf={(text) => (/["\r\n]/.test(text) ? 'A quote or a line end parts no cells' : null)}
        onCommit={(text) => onOptions({ delimiter: text === '' ? undefined : (text ?? undefined) })}
      />
    </>
  )
}

/** Where the table is in the file, and which of its cells mean missing. */
export function TableFields({ options, overrides, onOptions }: ReadingFieldsProps) {
  const { skipLines, endLine = null, hasHeader, headerRows = 1, nullTokens } = options
  const isHeaderChosen = overrides.headerRows !== undefined || overrides.hasHeader !== undefined
  const header = hasHeader === undefined ? null : String(hasHeader ? headerRows : 0)
  return (
    <>
      <CommitField
        key={`above ${skipLines}`}
        label="Lines above the header"
        before={skipLines === undefined ? '' : String(skipLines)}
        isChosen={overrides.skipLines !== undefined}
        faultOf={faultOfCount}
        onCommit={(text) => onOptions({ skipLines: countOf(text) })}
      />
      <ChoiceSelect
        label="Header"
        value={header}
        isChosen={isHeaderChosen}
        options={headers.map((label, n) => ({ value: String(n), label }))}
        onChoose={(rows) => onOptions(headerChoice(rows))}
      />
      <CommitField
        key={`end ${endLine}`}
        label="Line where the table ends"
        before={endLine === null ? '' : String(endLine)}
        isChosen={overrides.endLine !== undefined}
        placeholder="At the end of the file"
        faultOf={faultOfCount}
        onCommit={(text) => onOptions({ endLine: text === '' ? null : countOf(text) })}
      />
      {nullTokens !== undefined && (
        <CommitField
          key={`null ${nullTokens.join()}`}
          label="Cells that mean missing"
          before={nullTokens.filter((token) => token !== '').join(', ')}
          isChosen={overrides.nullTokens !== undefined}
          onCommit={(text) => onOptions({ nullTokens: text === null ? undefined : tokensOf(text) })}
        />
      )}
    </>
  )
}

const headers = ['none', 'one row', 'two rows', 'three rows']

function headerChoice(rows: string | null): Partial<ReadChoices> {
  if (rows === null) return { hasHeader: undefined, headerRows: undefined }
  const n = Number(rows)
  return { hasHeader: n > 0, headerRows: n === 0 ? undefined : n }
}

function faultOfCount(text: string): string | null {
  return text === '' || /^\d{1,9}$/.test(text.trim()) ? null : 'A count of lines'
}

function countOf(text: string | null): number | undefined {
  return text === null || text.trim() === '' ? undefined : Number(text)
}

function tokensOf(text: string): readonly string[] {
  const tokens = text.split(',').map((token) => token.trim())
  return [...new Set(tokens.filter((token) => token !== ''))]
}
