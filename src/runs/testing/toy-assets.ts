import type { Definition } from '../../assets/definition'
import { integer, number } from '../../assets/schema'
import { AssetError } from '../../assets/failure'
import { type AnySpec, defineSpec, type FanIn } from '../../assets/spec'
import { real } from '../../assets/value'

/** A graph of four assets for the tests of this folder: read, split by category, model, report. */
const shared = {
  description: 'For tests.',
  codeVersion: '1',
  value: real,
  checks: [],
} as const

const words = { label: 'Toy', help: 'Toy.', min: 0, max: 100 }

export const toyRead = defineSpec({
  ...shared,
  key: 'toy_read',
  label: 'Read',
  group: 'preprocessing',
  branch: 'internal',
  partitions: 'none',
  sources: ['store_metrics'],
  deps: {},
  params: {},
})

export const toyFeatures = defineSpec({
  ...shared,
  key: 'toy_features',
  label: 'Features',
  group: 'feature_engineering',
  branch: 'internal',
  partitions: 'internal',
  sources: [],
  deps: { read: toyRead },
  params: { toy_limit: integer({ ...words, default: 3 }) },
  checks: [
    {
      name: 'is_positive',
      description: 'It is positive.',
      severity: 'error',
      blocking: true,
      next: 'Raise toy_limit.',
    },
  ],
})

export const toyModel = defineSpec({
  ...shared,
  key: 'toy_model',
  label: 'Model',
  group: 'model_training',
  branch: 'internal',
  partitions: 'internal',
  sources: [],
  deps: { features: toyFeatures },
  params: { toy_factor: number({ ...words, default: 2, step: 1 }) },
})

export const toyReport = defineSpec({
  ...shared,
  key: 'toy_report',
  label: 'Report',
  group: 'merging',
  branch: null,
  partitions: 'none',
  sources: [],
  deps: { models: toyModel },
  params: {},
})

export const toySpecs: readonly AnySpec[] = [toyRead, toyFeatures, toyModel, toyReport]

export type ToyFaults = {
  /** Partitions whose features fail as expected failures do. */
  readonly failing?: readonly string[]
  /** Partitions whose features do not pass their blocking check. */
  readonly negative?: readonly string[]
  /** What every asset says while it is computed. */
  readonly saying?: string
  /** Called with the id of each computed asset. */
  readonly onCompute?: (id: string) => void
}

/** Definitions of the toy assets; `faults` says what goes wrong in them. */
export function toyDefinitions(faults: ToyFaults = {}): ReadonlyMap<string, Definition> {
  const { failing = [], negative = [], saying, onCompute = () => undefined } = faults
  const define = (spec: AnySpec, compute: Definition['compute']): [string, Definition] => [
    spec.key,
    {
      spec,
      compute: (inputs, params, context) => {
        onCompute(context.partition === null ? spec.key : `${spec.key}[${context.partition}]`)
        context.report(1, 1)
        if (saying !== undefined) context.log('info', saying)
        return compute(inputs, params, context)
      },
      checks: {
        is_positive: (value) => ({ passed: Number(value) > 0, metadata: { value: Number(value) } }),
      },
    },
  ]
  return new Map([
    define(toyRead, (_inputs, _params, { sources }) => sources('store_metrics').length),
    define(toyFeatures, ({ read }, params, { partition }) => {
      const name = partition ?? ''
      if (failing.includes(name)) throw new AssetError(toyFailure(name))
      if (negative.includes(name)) return -1
      return Number(read) * Number(params['toy_limit']) * name.length
    }),
    define(toyModel, ({ features }, params) => Number(features) * Number(params['toy_factor'])),
    define(toyReport, ({ models }) =>
      (models as FanIn<number>).map(({ partition, value }) => `${partition}=${value}`).join(' '),
    ),
  ])
}

function toyFailure(partition: string) {
  return {
    code: 'toy_failed',
    message: `${partition} has no data.`,
    path: partition,
    hint: 'Add rows.',
  }
}
