import type { Definition } from '../../assets/definition'
import { emptyConfiguration } from '../../config/configuration'
import { createHasher } from '../../files/digest'
import { columnOf, profileOf } from '../../files/testing/profile-of'
import type { ColumnProfile } from '../../table/column-profile'
import type { ValueCache } from '../cache/value-cache'
import { computeAsset } from '../compute-asset'
import type { RunRequest, Source } from '../contract'
import type { Execute } from '../task'

export const hash = await createHasher()

/** A store metrics file as a profile tells it; its bytes are never read. */
export function toySource(
  categories: readonly string[] | null,
  change: Partial<Source> = {},
): Source {
  const columns = [textColumn('store', ['1', '2']), textColumn('category', categories ?? [])]
  const profile = profileOf(columns)
  const blob = new Blob(['0123456789'])
  return {
    id: 'source',
    role: 'store_metrics',
    name: 'metrics.csv',
    file: { kind: 'blob', name: 'metrics.csv', blob },
    profile,
    columns: {
      store: 'store',
      product: null,
      category: categories === null ? null : 'category',
      value: null,
      group: null,
    },
    ...change,
  }
}

export function textColumn(name: string, levels: readonly string[]): ColumnProfile {
  return columnOf({ name, levels })
}

export function toyRequest(change: Partial<RunRequest> = {}): RunRequest {
  return {
    runId: 'run-1',
    selection: 'full_pipeline_job',
    sources: [toySource(['A', 'BB', 'CCC'])],
    configuration: emptyConfiguration,
    ...change,
  }
}

/** Computes in this thread, after as many turns of the loop as `delay` says. */
export function executeHere(
  cache: ValueCache,
  definitions: ReadonlyMap<string, Definition>,
  delay: (id: string) => number = () => 0,
): Execute {
  return async (task, report) => {
    for (let turn = delay(task.key + task.partition); turn > 0; turn--) await Promise.resolve()
    return computeAsset(task, {
      cache,
      definitions,
      openFile: (file) => (file.kind === 'blob' ? file.blob : new Blob()),
      report,
      memoryBudget: Infinity,
      now: () => 0,
    })
  }
}
