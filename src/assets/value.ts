import * as v from 'valibot'
import { idRules } from '../table/id-rules'

/** Building blocks for the value schemas of the specs: typed arrays cross threads as they are. */
export const float64: v.GenericSchema<unknown, Float64Array> = v.instance(Float64Array)
export const int32: v.GenericSchema<unknown, Int32Array> = v.instance(Int32Array)
export const uint8: v.GenericSchema<unknown, Uint8Array> = v.instance(Uint8Array)
export const text = v.string()
export const texts = v.pipe(v.array(v.string()), v.readonly())
export const real = v.number()
export const maybe = <T>(schema: v.GenericSchema<unknown, T>) => v.nullable(schema)
export const list = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.pipe(v.array(schema), v.readonly())

export const column = v.variant('type', [
  v.object({ type: v.literal('number'), name: text, values: float64 }),
  v.object({
    type: v.picklist(['text', 'boolean', 'date']),
    name: text,
    codes: int32,
    levels: texts,
  }),
])

/** A store that is not placed, or placed with a flag, and which asset said so. */
export const exclusion = v.object({ storeId: text, asset: text, reason: text })
export type Exclusion = v.InferOutput<typeof exclusion>

/** What a filter that is on left over, in the order of use; in stores where nothing else is said. */
export const filterCounts = list(v.object({ name: text, before: real, after: real }))

/** Number columns with cells that are no number, and so missing: how many, and where the first is. */
export const unreadableCells = list(
  v.object({ file: text, column: text, cells: real, first: text }),
)
export type UnreadableCells = v.InferOutput<typeof unreadableCells>

/** Columns whose empty cells were read as zero, and how many cells that were; none left out. */
export const filledColumns = list(v.object({ column: text, cells: real }))
export type FilledColumns = v.InferOutput<typeof filledColumns>

/** Two ids that mean one store; equal only by a rule. */
export const idPair = v.object({ left: text, right: text })
export type IdPair = v.InferOutput<typeof idPair>

/** Ids of one side that a rule cannot tell apart: it matched none of them. */
export const idConflict = v.object({ form: text, left: texts, right: texts })
export type IdConflict = v.InferOutput<typeof idConflict>

/** A rule that is not in use and would match more; its first few pairs. */
const ruleOffer = v.object({
  rule: v.picklist([...idRules, 'all']),
  nAdded: real,
  nConflicts: real,
  examples: list(idPair),
})
export type RuleOffer = v.InferOutput<typeof ruleOffer>
export const ruleOffers = list(ruleOffer)

/** One row per store, sorted by store id (code units); columns aligned with `storeIds`. */
export const storeTable = v.object({
  storeIds: texts,
  columns: list(column),
  /** Names of columns kept for display only, never used as features. */
  labels: texts,
  excluded: list(exclusion),
})
export type StoreTable = v.InferOutput<typeof storeTable>

/**
 * What came of one override. `applied`: stores moved, or were left out. `no_effect`: all was so
 * already. The others say why it does not hold, wholly or in part.
 */
const overrideOutcome = v.object({
  /** Of the entry in the log. */
  id: text,
  kind: v.picklist(['lock', 'must_link', 'cannot_link', 'exclude']),
  status: v.picklist(['applied', 'no_effect', 'conflict', 'unknown_store', 'unknown_cluster']),
  /** The stores that it moved or left out, sorted by id (code units). */
  stores: texts,
  /** Added inertia: sum over the moved stores of d(new centre)^2 - d(old centre)^2. */
  cost: real,
  message: text,
})
export type OverrideOutcome = v.InferOutput<typeof overrideOutcome>

/** The outcomes of one partition, in the order of the log. */
export const overrideOutcomes = list(overrideOutcome)
