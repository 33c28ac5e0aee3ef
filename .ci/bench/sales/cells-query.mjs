/**
 * The same job as SQL: sales joined to the product map, a product in several need states split
 * between them, summed by category, store and need state, as shares of what is matched; rows that
 * cannot be read are counted by store. Amounts are whole cents, so that sums are exact.
 * @param {{ readonly sales: string, readonly map: string }} files
 */
export function cellsQuery({ sales, map }) {
  return `
create table cells as
with map as (
  select distinct PRODUCT_ID as product, upper(coalesce(NEED_STATE, 'DEFAULT')) as need
  from read_csv(${quoted(map)}, header = true, all_varchar = true)
  where PRODUCT_ID is not null
), sizes as (
  select product, count(*) as g from map group by product
), split as (
  select product, need, ${multiple} // g as part from map join sizes using (product)
), sales as (
  select STORE_NBR as store, SKU_NBR as product, CAT_DSC as category,
    cast(try_cast(TOTAL_SALES as decimal(18, 2)) * 100 as bigint) as cents
  from read_csv(${quoted(sales)}, header = true, auto_detect = false, columns = {
    'SKU_NBR': 'varchar', 'STORE_NBR': 'varchar', 'CAT_DSC': 'varchar', 'TOTAL_SALES': 'varchar'
  })
), summed as (
  select category, store,
    case when cents is null then '#rejected' else coalesce(need, '#unmatched') end as need,
    sum(cents * coalesce(part, ${multiple})) as units,
    count(*) as n
  from sales left join split using (product)
  group by all
)
select *, 100 * units / sum(units) filter (where need not like '#%')
  over (partition by category, store) as share
from summed`
}

/** Sums of each category and need state, and once more with a weight that tells the stores apart. */
export const digestQuery = `
select category, need, sum(units)::varchar as units, count(*)::integer as n,
  sum(units * (store::integer % 1009 + 1))::varchar as weighted
from cells where units is not null group by all order by all`

/** Least common multiple of how many need states a product of the made chain is in. */
export const multiple = 2

/** @param {string} path */
function quoted(path) {
  return `'${path.replaceAll("'", "''")}'`
}
