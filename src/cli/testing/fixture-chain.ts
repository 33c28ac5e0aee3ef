import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportCsv } from '../../files/export-csv'
import type { Io } from '../io'
import { runCommandLine } from '../run-command-line'

type Row = readonly (string | number | null)[]
export type MadeTable = { readonly columns: readonly string[]; readonly rows: readonly Row[] }

const nStores = 60
const needStates = ['BREW', 'CIDER', 'GIN', 'RUM', 'WINE']
const categories = ['Beer & Co', 'Wine']

/** Numbers in [0, 1) that look random and are the same on each machine. */
function noise(i: number, j: number): number {
  return ((i * 7919 + j * 104_729 + ((i * j) % 613) * 1237) % 1009) / 1009
}

function storeId(i: number): string {
  return String(i + 1).padStart(5, '0')
}

/** Two kinds of stores: the one sells the first need states, the other the last. */
export function madeSales(): MadeTable {
  const rows = categories.flatMap((category, c) =>
    Array.from({ length: nStores }, (_, i) =>
      needStates.map((_state, s): Row => {
        const likes = i % 2 === 0 ? 5 - s : s + 1
        const value = Math.round(100 * (likes * 40 + noise(i + 61 * c, s) * 20)) / 100
        return [`P${c}${s}`, storeId(i), category, value]
      }),
    ).flat(),
  )
  return { columns: ['SKU_NBR', 'STORE_NBR', 'CAT_DSC', 'TOTAL_SALES'], rows }
}

export function madeMap(): MadeTable {
  const rows = categories.flatMap((_, c) => needStates.map((state, s): Row => [`P${c}${s}`, state]))
  return { columns: ['PRODUCT_ID', 'NEED_STATE'], rows }
}

/** One store of the sales is not here, and two that are here sell nothing. */
export function madeMarket(): MadeTable {
  const rows = Array.from({ length: nStores + 2 }, (_, i): Row => {
    const isCity = i % 3 === 0
    const income = isCity ? 70 + noise(i, 3) * 8 : 40 + noise(i, 3) * 8
    const density = isCity ? 900 + noise(i, 4) * 90 : 120 + noise(i, 4) * 90
    return [
      storeId(i),
      income,
      i === 4 ? null : density,
      isCity ? 30 + noise(i, 5) : 45 + noise(i, 5),
    ]
  })
  return { columns: ['STORE_NBR', 'income', 'density', 'age'], rows: rows.slice(1) }
}

export async function writeTable(path: string, { columns, rows }: MadeTable): Promise<void> {
  await writeFile(path, exportCsv(columns, rows))
}

/** The same table with its rows and columns in another order. */
export function shuffled({ columns, rows }: MadeTable): MadeTable {
  const order = columns.map((_, j) => columns.length - 1 - j)
  const reorder = <T>(cells: readonly T[]) => order.flatMap((j) => cells.slice(j, j + 1))
  const keyed = rows.map((row, i) => [noise(i, 77), reorder(row)] as const)
  return {
    columns: reorder(columns),
    rows: keyed.toSorted((a, b) => a[0] - b[0]).map(([, row]) => row),
  }
}

/** `sales.csv`, `map.csv`, `market.csv` and a configuration that names them. */
export async function writeChain(
  folder: string,
  arrange: (table: MadeTable) => MadeTable = (table) => table,
): Promise<void> {
  await mkdir(folder, { recursive: true })
  await writeTable(join(folder, 'sales.csv'), arrange(madeSales()))
  await writeTable(join(folder, 'map.csv'), arrange(madeMap()))
  await writeTable(join(folder, 'market.csv'), arrange(madeMarket()))
  await writeFile(join(folder, 'config.yaml'), configuration)
}

const configuration = `version: 1
merging: { min_cluster_size: 5 }
readers:
  sales: { kind: CSVReader, role: sales, config: { path: sales.csv } }
  map: { role: product_map, config: { path: map.csv } }
  market: { role: external, config: { path: market.csv }, columns: { store: STORE_NBR } }
environments:
  quick: { job_params: { n_estimators: 20 } }
`

/** Arguments as they are typed, none of which holds a blank. */
export function words(line: string): readonly string[] {
  return line.split(' ')
}

export type Spoken = { readonly code: number; readonly out: string; readonly log: string }

/** What a command answers, says and exits with; `bytes` is what it answers where that is no text. */
export async function speak(
  cwd: string,
  args: readonly string[],
  isCanceled: () => boolean = () => false,
  isTerminal = false,
): Promise<Spoken & { readonly bytes: Buffer }> {
  const out: string[] = []
  const bytes: Uint8Array[] = []
  const log: string[] = []
  const io: Io = {
    out: (text) => void out.push(text),
    outBytes: (piece) => void bytes.push(piece),
    isTerminal,
    log: (line) => void log.push(line),
    cwd,
    isCanceled,
  }
  const code = await runCommandLine(args, io)
  return { code, out: out.join(''), log: log.join('\n'), bytes: Buffer.concat(bytes) }
}
