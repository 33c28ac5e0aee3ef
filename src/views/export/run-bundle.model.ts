import type { RunRecord } from '../../runs/contract'
import { formatAmount, formatBytes } from '../../ui/number-format'

/** How much the data would add, and what of it is not on the desk. */
export function dataLine({ inputs }: Pick<RunRecord, 'inputs'>, nThere: number): string {
  const bytes = inputs.reduce((sum, { size }) => sum + size, 0)
  const nMissing = inputs.length - nThere
  const size = `${formatAmount(inputs.length, 'file')}, ${formatBytes(bytes)} before packing`
  if (inputs.length > 0 && nThere === 0) return `${size}; none of them is on the desk`
  return nMissing === 0 ? size : `${size}; ${nMissing} of them not on the desk`
}

export function storageSentence(kept: {
  readonly isPersisted: boolean | null
  readonly isMemory: boolean
}): string {
  if (kept.isMemory) return 'Kept until this page is closed: the browser keeps nothing for it.'
  if (kept.isPersisted === true) return 'Kept in this browser only; it promised not to clear it.'
  return kept.isPersisted === false
    ? 'Kept in this browser only, and the browser may clear it.'
    : 'Kept in this browser only.'
}

export type BundleLine = { readonly name: string; readonly what: string }

/** What is inside, a line each. */
export function bundleContents({
  run,
  hasData,
}: {
  readonly run: RunRecord
  readonly hasData: boolean
}): readonly BundleLine[] {
  return [
    { name: 'run.json', what: 'settings, inputs, versions, result hash' },
    { name: 'configuration.yaml', what: 'the settings, to be used again' },
    { name: 'overrides.json', what: overridesLine(run) },
    { name: 'models/', what: 'every trained model' },
    { name: 'assignments/', what: 'the tables of the run as CSV' },
    { name: 'log.txt', what: 'what was said on the way' },
    ...(run.baseline
      ? [{ name: 'baseline/', what: `what it carries on of run ${run.baseline.seq}` }]
      : []),
    ...(hasData ? [{ name: 'data/', what: 'the files, byte for byte' }] : []),
  ]
}

function overridesLine({ configuration }: RunRecord): string {
  const n = configuration.overrides.length
  return n === 0
    ? 'no decision about stores'
    : formatAmount(n, 'decision about stores', 'decisions about stores')
}
