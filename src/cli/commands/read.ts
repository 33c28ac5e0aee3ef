import { basename, resolve } from 'node:path'
import { guessRole } from '../../assets/guess-role'
import type { Settings } from '../../config/configuration'
import { exportCsv } from '../../files/export-csv'
import { readTable } from '../../files/read-table'
import { readText } from '../../files/read-text'
import type { SourceProfile } from '../../files/source-profile'
import { idColumnsIn, profileInRoles } from '../../runs/profile-in-roles'
import { overridesOf } from '../../runs/read-options'
import { valueDoubts } from '../../runs/value-doubts'
import { jsonOption, readArguments } from '../arguments'
import { doubtLines } from '../doubt-lines'
import { exitCode, type ExitCode } from '../exit-code'
import { FileBlob } from '../file-blob'
import { InputError, usageError } from '../input-error'
import { inspectPath, pathFailure } from '../inspect-path'
import type { Io } from '../io'
import { readTextFormat } from '../output-text'
import { readAnswer } from '../read-answer'
import { readSettings } from '../read-settings'

const options = {
  ...jsonOption,
  set: { type: 'string', multiple: true },
  text: { type: 'boolean' },
  format: { type: 'string' },
} as const

/** `read FILE`: how a file was understood; with `--json` or `--text` all its cells too. */
export async function read(args: readonly string[], io: Io): Promise<ExitCode> {
  const { values, positionals } = readArguments(args, options)
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw usageError('Name one file to read.')
  const path = resolve(io.cwd, file)
  const settings = readSettings(values.set ?? [])
  if (values.text === true) {
    const rows = await textRows(path, settings)
    if (readTextFormat(values.format ?? (values.json === true ? 'json' : 'csv')) === 'json')
      io.out(`${JSON.stringify(rows)}\n`)
    else io.out(exportCsv(rows[0] ?? [], rows.slice(1)))
    return exitCode.done
  }
  if (values.format !== undefined && values.json !== true)
    throw usageError('--format says how --text writes cells.', 'Add --text, or leave --format out.')
  const inspected = await inspectPath(path, settings)
  if (!inspected.ok) throw new InputError([inspected.failure])
  const guess = guessRole(basename(path), inspected.profile.columns, inspected.profile.nRows)
  const profile = profileInRoles({ ...inspected, columns: guess.columns })
  const name = basename(path)
  const { role, columns } = guess
  const doubts = valueDoubts([{ id: name, name, profile, role, columns }])
  for (const line of doubtLines(doubts)) io.log(line)
  if (values.json !== true) io.out(describe(name, profile, guess))
  else {
    for (const note of profile.notes) io.log(note)
    const table = await readTable(new FileBlob(path), profile, idColumnsIn(guess.columns))
    io.out(`${JSON.stringify(readAnswer(profile, table))}\n`)
  }
  return exitCode.done
}

async function textRows(path: string, settings: Settings): Promise<readonly (readonly string[])[]> {
  const failure = await pathFailure(path)
  if (failure !== null) throw new InputError([failure])
  const reading = await readText(basename(path), new FileBlob(path), overridesOf(settings))
  if (!reading.ok) throw new InputError([reading.failure])
  return reading.rows
}

function describe(
  name: string,
  profile: SourceProfile,
  { role, reason }: ReturnType<typeof guessRole>,
): string {
  const { columns, nRows, notes } = profile
  const lines = [
    `${name}: ${nRows} rows, ${columns.length} columns`,
    ...describeReading(profile),
    `role ${role}: ${reason}`,
    ...columns.map(({ name: column, type, nMissing, nDistinct }) =>
      [`${column}: ${type}`, `${nMissing} missing`, `${nDistinct} distinct`].join(', '),
    ),
    ...notes,
  ]
  return `${lines.join('\n')}\n`
}

/** What the file is, where the table in it is, and how sure that is. */
function describeReading({ options, guess, sheets, account }: SourceProfile): string[] {
  const { format, isGzip, sheet, encoding, delimiter, quote } = options
  const dialect = `, encoding ${encoding}, delimiter ${JSON.stringify(delimiter)}, quote ${JSON.stringify(quote)}`
  const { nRecords, nAbove, nHeader, nRepeatedHeader, nData, nBelow } = account
  return [
    `format ${format}${isGzip ? ' in gzip' : ''}${format === 'text' ? dialect : ''}`,
    ...(sheet === null ? [] : [`sheet ${JSON.stringify(sheet)} of ${JSON.stringify(sheets)}`]),
    `confidence ${guess.confidence.toFixed(2)}: ${guess.reason}`,
    `${nRecords} records: ${nAbove} above, ${nHeader} header, ${nRepeatedHeader} header again, ${nData} data, ${nBelow} below`,
  ]
}
