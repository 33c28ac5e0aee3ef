import { powerOfTen } from '../../../math/elementary/power-of-ten'
import { createIdLookup } from '../../../table/id-lookup'
import type { FoldPlan, SalesFold } from '../../../table/sales-fold'
import { AssetError } from '../../failure'
import { productOffers } from '../../product-offers'
import type { SourceReader } from '../../source'
import type { ComputeContext, ParamsOf } from '../../spec'
import type { ProductMap } from '../internal-product-category-mapping/spec'
import { onlySource } from '../open-source'
import { foldChunks } from './fold-chunks'
import { checkMemory } from './memory'
import { planFold } from './plan-fold'
import type { internalRawSalesData, RawSales } from './spec'

type SalesParams = ParamsOf<typeof internalRawSalesData>

export type Inputs = { readonly mapping?: ProductMap }

/** Amounts are not rounded to fewer digits than these for the sake of exact sums. */
const leastDecimals = 2

/**
 * One pass over the sales file, summed in integers as the rows come. Holds sums by category, store
 * and need state, never the rows: memory does not grow with the file. Errors: `missing_role`,
 * `missing_column`, `column_type`, `amounts_too_large`, `too_many_sums`.
 */
export async function compute(
  { mapping }: Inputs,
  params: SalesParams,
  context: ComputeContext,
): Promise<RawSales> {
  const source = onlySource(context, 'sales')
  const { memoryBudget } = context
  const plan = planFold({ source, params, mapping: mapping ?? null, memoryBudget })
  checkMemory(source, plan)
  const { fold, decimals } = await foldExactly(source, plan, context)
  tellLeftOut(fold, context)
  return {
    ...fold,
    decimals,
    multiple: plan.multiple,
    mapped: mapProducts(fold, plan, context),
    ruleOffers: productOffers(fold.products, plan.products, plan.idRules),
    needStates: mapping?.groups ?? [],
  }
}

/**
 * The fold of the plan; where its sums would not be exact, a second one with fewer decimals, as many
 * as are exact. Error: `amounts_too_large`.
 */
async function foldExactly(
  source: SourceReader,
  plan: FoldPlan,
  context: ComputeContext,
): Promise<{ readonly fold: SalesFold; readonly decimals: number }> {
  const pass = async (plan: FoldPlan) =>
    (await source.fold?.(plan, context.report)) ?? foldChunks(source, plan, context.report)
  const fold = await pass(plan)
  const largest = fold.magnitude * plan.multiple
  if (largest <= Number.MAX_SAFE_INTEGER) return { fold, decimals: plan.decimals }
  const decimals = plan.decimals - digitsOver(largest)
  if (decimals < leastDecimals) throw tooLarge(source, plan, fold)
  context.log(
    'warn',
    `Amounts are rounded to ${decimals} decimals: with ${plan.decimals} their sums would not be exact.`,
  )
  return { fold: await pass({ ...plan, decimals }), decimals }
}

/** Rounding may carry one unit a row: one digit is kept free for it. */
function digitsOver(largest: number): number {
  let digits = 0
  for (let rest = 2 * largest; rest > Number.MAX_SAFE_INTEGER; rest /= 10) digits++
  return digits
}

/** Place of each product in the map; those that only a rule finds are told. */
function mapProducts(
  { products }: SalesFold,
  plan: FoldPlan,
  { log }: Pick<ComputeContext, 'log'>,
): Int32Array {
  const { indexOf } = createIdLookup(plan.products, plan.idRules)
  const mapped = Int32Array.from(products, indexOf)
  const byRule = products.filter((id, i) => mapped[i] !== -1 && plan.products[mapped[i]] !== id)
  if (byRule.length > 0)
    log('info', `Products matched by id_match: ${byRule.length} of ${products.length}.`)
  return mapped
}

function tellLeftOut(
  { rejectedCounts, filters, nRows }: SalesFold,
  { log }: Pick<ComputeContext, 'log'>,
): void {
  for (const { reason, count } of rejectedCounts)
    log('info', `Rows not used, ${reason}: ${count} of ${nRows}.`)
  for (const { name, before, after } of filters)
    if (after < before) log('info', `Rows left out by ${name}: ${before - after} of ${before}.`)
}

function tooLarge(source: SourceReader, plan: FoldPlan, { magnitude }: SalesFold): AssetError {
  const { multiple, decimals } = plan
  const total = (magnitude / powerOfTen(decimals)).toPrecision(3)
  const split = multiple === 1 ? '' : `, split into parts of 1/${multiple}`
  return new AssetError({
    code: 'amounts_too_large',
    message: `The amounts of ${source.name} cannot be summed exactly: ${total} in all with ${decimals} decimals${split}, beyond 2^53 units.`,
    path: `${source.name}: ${plan.columns.value}`,
    hint:
      multiple === 1
        ? 'Write the amounts in a larger unit, such as thousands, or choose another value column.'
        : 'Put products into fewer need states, or write the amounts in a larger unit, such as thousands.',
  })
}
