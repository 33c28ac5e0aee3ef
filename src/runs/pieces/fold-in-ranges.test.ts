import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { foldChunks } from '../../assets/preprocessing/internal-raw-sales-data/fold-chunks'
import type { SalesFold } from '../../table/sales-fold'
import { openSource } from '../open-source'
import { openSales, salesPlan } from '../testing/sales-file'
import { createBoard } from './board'
import { foldInRanges } from './fold-in-ranges'
import { performPiece, type Piece, type PieceResult } from './piece'
import { sharePieces } from './share-pieces'

type Opened = Awaited<ReturnType<typeof openSales>>

const inChunks = ({ source, blob }: Opened): Promise<SalesFold> =>
  foldChunks(openSource(source, blob), salesPlan, () => undefined)

/** The same through pieces; `nPerformed` of them. */
async function inRanges(
  { source, blob }: Opened,
  limits: {
    readonly rangeSize: number
    readonly firstSize?: number
    readonly roomForSums?: number
  },
) {
  let nPerformed = 0
  const { file, profile } = source
  const perform = async (pieces: readonly Piece[]) => {
    nPerformed += pieces.length
    return sharePieces<Piece, PieceResult>(pieces, {
      board: createBoard({ report: () => undefined }),
      perform: (piece, tell) => performPiece(piece, { openFile: () => blob, tell }),
      progress: { before: 0, total: profile.size },
    })
  }
  const fold = await foldInRanges({ file, profile, plan: salesPlan }, { perform, ...limits })
  return { fold, nPerformed }
}

const header = 'SKU,STORE,CAT,SALES\n'
const row = fc.tuple(
  fc.constantFrom('1', '2', '3', '4', '5', '007', ''),
  fc.constantFrom('7', '8', '9', 'out', ''),
  fc.constantFrom('Tea', '"Jam, ""fine"""', '"Two\nlines"', '"open', ''),
  fc.oneof(fc.integer({ min: -900, max: 99_999 }), fc.constant(null)),
)
const csvOf = (rows: readonly (readonly [string, string, string, number | null])[]) =>
  header +
  [...rows, ['3', '7', 'Tea', 101] as const]
    .map(([sku, store, category, cents]) =>
      [sku, store, category, cents === null ? '' : (cents / 100).toFixed(2)].join(','),
    )
    .join('\n')

describe('the sums of a sales file', () => {
  test('are the same by rows, by bytes, and for any cut of the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 60 }),
        fc.integer({ min: 40, max: 700 }),
        async (rows, rangeSize) => {
          const opened = await openSales(csvOf(rows))
          const expected = await inChunks(opened)
          const firstSize = Math.ceil(rangeSize / 3)
          expect((await inRanges(opened, { rangeSize, firstSize })).fold).toEqual(expected)
          expect((await inRanges(opened, { rangeSize: 1e6 })).fold).toEqual(expected)
        },
      ),
      { numRuns: 30 },
    )
  })

  test('are the same for any cut where a quote is open on every line', async () => {
    const lines = Array.from({ length: 20_000 }, (_, i) => `"${i % 5},${i % 9},Tea,${i % 13}.25`)
    const opened = await openSales(`${header}${lines.join('\n')}\n3,7,Tea,1.00\n3,7,Tea,2.00`)
    const { fold } = await inRanges(opened, { rangeSize: 100_000, firstSize: 50_000 })
    expect(fold).toEqual(await inChunks(opened))
    expect(fold.nRows).toBe(20_002)
  })

  test('are of few ranges where each of them has sums of nearly everything', async () => {
    const rows = Array.from({ length: 400 }, (_, i) => `3,${i % 7},Tea,1.00`)
    const opened = await openSales(header + rows.join('\n'))
    const sizes = { rangeSize: 500, firstSize: 500 }
    const many = await inRanges(opened, sizes)
    const few = await inRanges(opened, { ...sizes, roomForSums: 1 })
    expect(many.nPerformed).toBe(Math.ceil(opened.blob.size / 500))
    expect(few.nPerformed).toBe(2)
    expect(few.fold).toEqual(many.fold)
  })
})
