import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { algebraMethods } from './algebra-methods'
import { clusterMethods } from './cluster-methods'
import { columnMethods } from './column-methods'
import { elementaryMethods } from './elementary-methods'
import { imputingMethods } from './imputing-methods'
import { madeMatrix, type MatrixKind } from './made-matrix'
import { outlierMethods } from './outlier-methods'
import { type ParityRow, parityTable, withTable } from './parity-table'
import { partitionMethods } from './partition-methods'
import { prepare } from './prepare'
import { readSet } from './real-sets'
import { scalingMethods } from './scaling-methods'
import { relativeError, type Sketch, sketch } from './sketch'
import { treeMethods } from './tree-methods'

/**
 * Every method against what scikit-learn answers on 200 made matrices and on the real sets. `npm run
 * references` asks it anew; `UPDATE_PARITY=1` writes the table of the README.
 */
const methods = [
  ...columnMethods,
  ...elementaryMethods,
  ...scalingMethods,
  ...imputingMethods,
  ...outlierMethods,
  ...algebraMethods,
  ...partitionMethods,
  ...clusterMethods,
  ...treeMethods,
]

type Reference = {
  readonly reference: string
  readonly kind: MatrixKind
  readonly maxRows: number
  /** Null where the reference refuses the matrix. */
  readonly made: readonly (Sketch | null)[]
  readonly sets: Readonly<Record<string, Sketch | null>>
}

const folder = new URL('references/', import.meta.url)
const references = new Map(
  readdirSync(folder).flatMap((file) => {
    const { cases }: { readonly cases: Readonly<Record<string, Reference>> } = JSON.parse(
      readFileSync(new URL(file, folder), 'utf8'),
    )
    return Object.entries(cases)
  }),
)
const dataFolder = new URL('../../../../shared/data/', import.meta.url)
const hasSets = existsSync(dataFolder)
const readData = (file: string) => readFileSync(new URL(file, dataFolder), 'utf8')
if (!hasSets) console.warn('Parity on the real sets is skipped: ../shared/data is absent.')

const rows = new Map<string, ParityRow>()

it('a reference stands for every method, and a method for every reference', () => {
  expect(methods.map(({ name }) => name).sort()).toEqual([...references.keys()].sort())
})

describe.each(methods)('$name', ({ name, tolerance, run }) => {
  const reference = references.get(name)
  const kind = reference?.kind ?? 'plain'
  const errorOn = (matrix: ReturnType<typeof madeMatrix>, number: number, theirs: Sketch) =>
    relativeError(sketch(run(prepare(kind, matrix), number)), theirs)
  const note = (figures: Partial<ParityRow>) =>
    rows.set(name, {
      ...(rows.get(name) ?? {
        name,
        reference: reference?.reference ?? '',
        tolerance,
        nMade: 0,
        madeError: 0,
        nSets: 0,
        setsError: 0,
      }),
      ...figures,
    })

  it('is as the reference on 200 made matrices', () => {
    const errors = (reference?.made ?? []).flatMap((theirs, number) =>
      theirs === null ? [] : [errorOn(madeMatrix(number), number, theirs)],
    )
    const madeError = errors.reduce((worst, error) => Math.max(worst, error), 0)
    note({ nMade: errors.length, madeError })
    expect(errors.length).toBeGreaterThanOrEqual(200)
    expect(madeError, `matrix ${errors.indexOf(madeError)}`).toBeLessThanOrEqual(tolerance)
  })

  it.skipIf(!hasSets)('is as the reference on the real sets', () => {
    const errors = Object.entries(reference?.sets ?? {}).flatMap(([set, theirs]) => {
      if (theirs === null) return []
      return [{ set, error: errorOn(readSet(readData, set, reference?.maxRows ?? 0), 0, theirs) }]
    })
    const setsError = errors.reduce((worst, { error }) => Math.max(worst, error), 0)
    note({ nSets: errors.length, setsError })
    expect(errors.length).toBeGreaterThan(0)
    for (const { set, error } of errors) expect(error, set).toBeLessThanOrEqual(tolerance)
  })
})

const readme = new URL('../README.md', import.meta.url)

it('the README names every method and its reference', () => {
  const text = readFileSync(readme, 'utf8').replaceAll(/ +/g, ' ')
  for (const [name, { reference }] of references)
    expect(text).toContain(`| ${name} | \`${reference}\``)
})

afterAll(() => {
  const table = parityTable([...rows.values()])
  console.log(table)
  if (process.env['UPDATE_PARITY'] !== '1') return
  writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), table))
})
