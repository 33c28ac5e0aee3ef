import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectFile } from '../inspect'
import { readTable } from '../read-table'
import { readText } from '../read-text'
import type { ReadOverrides } from '../source-profile'
import { ChunkedBlob } from '../testing/chunked-blob'

type Content = string | Uint8Array<ArrayBuffer>

async function rowsOf(content: Content, overrides: ReadOverrides = {}) {
  const reading = await readText('t.json', new Blob([content]), overrides)
  if (!reading.ok) throw new Error(reading.failure.message)
  return reading.rows
}

async function profileOf(content: Content) {
  const inspection = await inspectFile('t.json', new Blob([content]))
  if (!inspection.ok) throw new Error(inspection.failure.message)
  return inspection.profile
}

async function failureOf(content: Content) {
  const inspection = await inspectFile('t.json', new Blob([content]))
  if (inspection.ok) throw new Error('The file was read.')
  return inspection.failure
}

describe('a JSON file', () => {
  it.each([
    ['an array', '[{"id":"007","x":1.50},\n {"id":"8","y":true}]'],
    [
      'an array with a mark and blanks',
      '\ufeff \n[ {"id" : "007" , "x" : 1.50} , {"id":"8","y":true} ] \n',
    ],
    ['lines', '{"id":"007","x":1.50}\n{"id":"8","y":true}\n'],
    [
      'lines with a mark, CRLF and blank lines',
      '\ufeff{"id":"007","x":1.50}\r\n\r\n  \n{"id":"8","y":true}',
    ],
    [
      'an object that holds one list',
      '{"n":2,"data":[{"id":"007","x":1.50},{"id":"8","y":true}],"next":null}',
    ],
  ])('of objects reads as a table, columns in the order of first sight: %s', async (_, text) => {
    expect(await rowsOf(text)).toEqual([
      ['id', 'x', 'y'],
      ['007', '1.50', ''],
      ['8', '', 'true'],
    ])
  })

  it.each([
    ['an array', '[["id","x"],["007",1],["8",null]]'],
    ['lines', '["id","x"]\n["007",1]\n["8",null]\n'],
  ])('of arrays has its names in the first: %s', async (_, text) => {
    expect(await rowsOf(text)).toEqual([
      ['id', 'x'],
      ['007', '1'],
      ['8', ''],
    ])
    expect((await profileOf(text)).options).toMatchObject({ hasHeader: true, headerRows: 1 })
  })

  it('keeps every digit of a number and takes a point for the decimal sign', async () => {
    const rows = ['9007199254740993', '1e400', '0.1', '1.234', '-0.5e-3'].map((n) => `{"n":${n}}`)
    expect((await rowsOf(rows.join('\n'))).slice(1).flat()).toEqual([
      '9007199254740993',
      '1e400',
      '0.1',
      '1.234',
      '-0.5e-3',
    ])
    const { columns, notes } = await profileOf('[{"a":1.234,"b":"1.234"},{"a":5.678,"b":"5.678"}]')
    expect(columns).toMatchObject([{ type: 'number', range: { min: 1.234 } }, { type: 'number' }])
    expect(notes.filter((note) => note.startsWith('"a"'))).toEqual([])
  })

  it('F-30 keeps a column called __proto__ and touches no prototype', async () => {
    const text = '[{"__proto__":"x","constructor":"1","toString":"2"},{"__proto__":"y"}]'
    expect(await rowsOf(text)).toEqual([
      ['__proto__', 'constructor', 'toString'],
      ['x', '1', '2'],
      ['y', '', ''],
    ])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('keeps keys that look like numbers in their order, and nested values as compact JSON', async () => {
    const text = '{"b":1,"2020":2,"2019":{"a" : [1, 2.50, "x y"],\n"c":null},"d":[ ]}'
    expect(await rowsOf(`[${text}]`)).toEqual([
      ['b', '2020', '2019', 'd'],
      ['1', '2', '{"a":[1,2.50,"x y"],"c":null}', '[]'],
    ])
  })

  it('reads NaN and Infinity, which JSON does not have, as what they are', async () => {
    const { columns } = await profileOf('{"a":1}\n{"a":NaN}\n{"a":-Infinity}\n{"a":2}\n'.repeat(4))
    expect(columns).toMatchObject([{ type: 'text', nMissing: 4 }])
  })

  it('counts no header among its rows', async () => {
    const { account, notes } = await profileOf('{"n":2,"rows":[{"a":1,"b":2},{"a":3,"b":4}]}')
    expect(account).toEqual({
      nRecords: 2,
      nAbove: 0,
      nHeader: 0,
      nRepeatedHeader: 0,
      nData: 2,
      nBelow: 0,
    })
    expect(notes).toContain('The rows are those of "rows"; not read: "n".')
  })

  it('keeps a broken line as a row of missing cells, counted and shown by line', async () => {
    const lines = Array.from({ length: 30 }, (_, i) => `{"id":"s${i}","x":${i}}`)
    lines[6] = '{"id":"s6","x":'
    lines[9] = 'Error: connection reset'
    const profile = await profileOf(lines.join('\n'))
    expect(profile).toMatchObject({ nRows: 30, columns: [{ nMissing: 2 }, { nMissing: 2 }] })
    expect(profile.notes).toContain(
      '2 lines of broken JSON (7, 10): kept as a row whose cells are missing.',
    )
  })

  it('is refused where more than one line in ten is broken', async () => {
    const lines = Array.from({ length: 20 }, (_, i) => (i % 5 === 1 ? '{"id":' : `{"id":"s${i}"}`))
    expect(await failureOf(lines.join('\n'))).toMatchObject({
      code: 'json_broken',
      path: 't.json:2',
    })
  })

  it('F-07 of an array is refused at the line of the fault', async () => {
    expect(await failureOf('[{"a":1},\n{"a":2},\n{"a":oops}]')).toMatchObject({
      code: 'json_broken',
      path: 't.json:3',
      message: 't.json: on line 3 the JSON is broken: a value is missing, at "oops}".',
    })
    expect((await failureOf('[{"a":1},\n{"a":2},\n')).message).toContain(
      'it ends before its brackets',
    )
    expect(await failureOf('[{"a":1} /* x */]')).toMatchObject({
      code: 'json_broken',
      message: 't.json: on line 1 the JSON is broken: there is more behind its end, at "/* x */".',
    })
    expect((await failureOf('[{"a":1}] [\n]')).message).toContain('there is more behind its end')
    expect((await failureOf('[{"a":1},\n{"a":2}}]')).message).toContain('line 2')
  })

  it('that holds no list of records, or two, says so', async () => {
    expect(await failureOf('{\n"a": 1,\n"b": {"c": 2}\n}')).toMatchObject({
      code: 'json_without_table',
    })
    const two = await failureOf('{"x":[{"a":1}],"y":[{"b":1}],"z":[1,2]}')
    expect(two.message).toBe('t.json: the JSON holds 2 lists of records: "x", "y".')
  })

  it('with a name twice in one object says that the last counts', async () => {
    const text = '[{"a":1,"a":2}]'
    expect(await rowsOf(text)).toEqual([['a'], ['2']])
    expect((await profileOf(text)).notes).toContain(
      '1 record with a name twice: the last of its values counts.',
    )
  })

  it('of one object on one line is one row', async () => {
    expect(await rowsOf('{"store":"1","x":2}')).toEqual([
      ['store', 'x'],
      ['1', '2'],
    ])
  })

  it.each(['[Store],[Sales]\n1,2\n', '{a},{b}\n1,2\n', '[1],x\n2,3\n', '"[{""a"":1}]",b\n1,2\n'])(
    'is not what a CSV with brackets is: %j',
    async (text) => {
      expect((await profileOf(text)).options.format).toBe('text')
    },
  )

  it('in UTF-16 or Windows-1252 is decoded as a text is', async () => {
    const text = '[{"name":"café"},{"name":"x"}]'
    const wide = new Uint8Array(2 * text.length + 2)
    wide.set([0xff, 0xfe])
    for (let i = 0; i < text.length; i++) wide[2 * i + 2] = text.charCodeAt(i)
    expect(await rowsOf(wide)).toEqual([['name'], ['café'], ['x']])
    expect(await rowsOf(Uint8Array.from(text, (sign) => sign.charCodeAt(0)))).toEqual([
      ['name'],
      ['café'],
      ['x'],
    ])
  })

  it('F-16 names the limits of columns, cells and records', async () => {
    const wide = `{${Array.from({ length: 2001 }, (_, i) => `"c${i}":1`).join(',')}}`
    expect((await failureOf(`[${wide}]`)).code).toBe('too_many_columns')
    expect((await failureOf(`[{"a":"${'x'.repeat(40_000)}"}]`)).code).toBe('cell_too_long')
    expect((await failureOf(`[{"a":"b"},{"a":"${'x'.repeat(5_000_000)}`)).code).toBe('json_broken')
    expect((await failureOf(`[{"a":"b"},{"a":${'['.repeat(300)}`)).code).toBe('json_broken')
  })

  it('gives any cells back, however the stream cuts it', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
    )
    const key = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 })
    const record = fc.dictionary(key, cell, { minKeys: 1, maxKeys: 4 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 5 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 9 }),
        async (records, isLines, size) => {
          const text = isLines
            ? records.map((made) => JSON.stringify(made)).join('\n')
            : JSON.stringify(records, null, 1)
          const blob = new ChunkedBlob(new TextEncoder().encode(text), size)
          const format = isLines ? 'json_lines' : 'json'
          const reading = await readText('t.json', blob, { format, encoding: 'utf-8' })
          if (!reading.ok) throw new Error(reading.failure.message)
          const keys = [...new Set(records.flatMap((made) => Object.keys(made)))]
          const expected = records.map((made) =>
            keys.map((name) => {
              const value = Object.entries(made).find(([known]) => known === name)?.[1]
              return String(value ?? '')
            }),
          )
          expect(reading.rows).toEqual([keys, ...expected])
        },
      ),
      { numRuns: 80 },
    )
  })

  it('reads the same in the second pass as in the first', async () => {
    const blob = new Blob(['{"id":"01","x":1}\n{"id":"02","x":2,"y":"a"}\n'])
    const inspection = await inspectFile('t.jsonl', blob)
    if (!inspection.ok) throw new Error(inspection.failure.message)
    const table = await readTable(blob, inspection.profile, ['id'])
    expect(table.columns.map(({ name }) => name)).toEqual(['id', 'x', 'y'])
    expect(table).toMatchObject({
      nRows: 2,
      columns: [{ levels: ['01', '02'] }, { values: new Float64Array([1, 2]) }, {}],
    })
  })
})
