import type { Control } from '../assets/schema'
import type { OwnCause } from '../runs/cause'
import type { AssetView } from '../state/hooks'
import { listed } from '../ui/list-words'
import { formatAmount } from '../ui/number-format'

type Cause = AssetView<unknown>['causes'][number]

/** What a kind of cause is called in a sentence. */
export const kindWords: Readonly<Record<Cause['kind'], string>> = {
  code: 'the method was improved',
  params: 'a setting changed',
  data: 'a file changed',
  baseline: 'another run is the baseline',
  overrides: 'what people decided about stores changed',
  dependencies: 'something upstream changed',
}

/** What changed, here or upstream, each kind once; that something did where nobody knows what. */
export function causeWords(causes: readonly Cause[]): readonly string[] {
  const kinds = kindsIn(causes, new Set())
  const known = kinds.filter((kind) => kind !== 'dependencies')
  return [...new Set(known.length === 0 ? kinds : known)].map((kind) => kindWords[kind])
}

/** An asset that is met again by another way has said its causes. */
function kindsIn(causes: readonly Cause[], met: Set<string>): readonly Cause['kind'][] {
  return causes.flatMap((cause): readonly Cause['kind'][] => {
    if (cause.kind !== 'dependencies') return [cause.kind]
    const above = cause.upstream.filter(({ id }) => !met.has(id))
    for (const { id } of above) met.add(id)
    return [cause.kind, ...above.flatMap((each) => kindsIn(each.causes, met))]
  })
}

export const roleNames: Readonly<Record<Extract<OwnCause, { kind: 'data' }>['role'], string>> = {
  sales: 'sales',
  product_map: 'product map',
  store_metrics: 'store metrics',
  external: 'market data',
}

/** One change in parts: what (a key where a person wrote one), and from what to what. */
export type ChangeWords = {
  readonly subject: string
  /** The subject is a key of the settings, to be set in mono. */
  readonly isKey: boolean
  readonly change: string
}

/** `norm_method` changed in an asset: `zscore to robust`. */
export function changeWords(cause: OwnCause): ChangeWords {
  switch (cause.kind) {
    case 'params':
      return {
        subject: cause.name,
        isKey: true,
        change: fromTo(valueText(cause.before), valueText(cause.after)),
      }
    case 'data':
      return {
        subject: `the ${roleNames[cause.role]} file`,
        isKey: false,
        change: fileChange(cause.before, cause.after),
      }
    case 'code':
      return {
        subject: 'the method',
        isKey: false,
        change: fromTo(`version ${cause.before}`, cause.after),
      }
    case 'baseline':
      return {
        subject: 'the baseline',
        isKey: false,
        change: fromTo(runText(cause.before), runText(cause.after)),
      }
    case 'overrides':
      return {
        subject: 'what people decided about stores',
        isKey: false,
        change: fromTo(String(cause.before), formatAmount(cause.after, 'decision')),
      }
  }
}

function fromTo(before: string, after: string): string {
  return `${before} to ${after}`
}

function fileChange(before: readonly string[], after: readonly string[]): string {
  const [then, now] = [filesText(before), filesText(after)]
  return then === now ? `${now}, other content` : fromTo(then, now)
}

function filesText(names: readonly string[]): string {
  return listed(names) || 'no file'
}

function runText(seq: number | null): string {
  return seq === null ? 'none' : `run ${seq}`
}

const longest = 60

/** A value as the settings are written: `robust`, 0.95, none; long ones are cut. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return 'none'
  const text = writtenText(value)
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}

function writtenText(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object'))
    return value.length === 0 ? 'none' : value.join(', ')
  const text = JSON.stringify(value)
  return text === '{}' ? 'none' : text
}

/** A value as a person chooses it: the label of a choice, On or Off, else as it is written. */
export function choiceText(value: unknown, control: Control): string {
  if (typeof value === 'boolean') return value ? 'On' : 'Off'
  const options = control.kind === 'choice' ? control.options : []
  return options.find((option) => option.value === value)?.label ?? valueText(value)
}
