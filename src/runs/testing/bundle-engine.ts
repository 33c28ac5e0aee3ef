import { madeMap, madeMarket, madeSales, type MadeTable } from '../../cli/testing/fixture-chain'
import { exportCsv } from '../../files/export-csv'
import type { BundleRequest } from '../bundle/bundle'
import { makeBundle } from '../bundle/make-bundle'
import { createMemoryCache } from '../cache/memory-cache'
import { createMemoryRunStore } from '../cache/memory-run-store'
import type { RunEvent, RunRequest, Source } from '../contract'
import { valuesIn } from '../values-made'
import type { Keeper } from '../worker/keeper'
import { materializeHere } from './materialize-here'
import { sourcesOf, type TextFile } from './run-here'

/** A browser of one test: its own values and runs, the real engine in this thread. */
export function createEngine({
  cache = createMemoryCache(),
  runs = createMemoryRunStore(),
  log = { write: async () => undefined },
}: Partial<Keeper> = {}) {
  const readAt = valuesIn(cache)
  const run = (
    request: Partial<RunRequest> & { readonly sources: readonly Source[] },
    emit?: (event: RunEvent) => void,
  ) => materializeHere(request, { cache, runs, log }, emit)
  const bundle = async (request: BundleRequest) =>
    toBlob(makeBundle(request, { readAt, openFile: blobOf }))
  return { cache, runs, readAt, run, bundle }
}

function blobOf(file: Source['file']): Blob {
  if (file.kind === 'blob') return file.blob
  throw new Error(`${file.name} is no blob`)
}

export async function toBlob(pieces: AsyncIterable<Uint8Array>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = []
  for await (const piece of pieces) parts.push(new Uint8Array(piece))
  return new Blob(parts)
}

/** Sales of two categories in 60 stores, with a map and market data. */
export async function tinyChain(
  change: (file: TextFile) => TextFile = (file) => file,
): Promise<readonly Source[]> {
  const csv = ({ columns, rows }: MadeTable) => exportCsv(columns, rows)
  const files: readonly TextFile[] = [
    { name: 'sales.csv', text: csv(madeSales()), role: 'sales' },
    { name: 'map.csv', text: csv(madeMap()), role: 'product_map' },
    { name: 'market.csv', text: csv(madeMarket()), role: 'external' },
  ]
  return sourcesOf(files.map(change))
}
