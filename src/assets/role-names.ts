const idEnding = '(id|ids|nbr|no|num|number|code|key|cd)?'

/**
 * Column names by what they mean, compared without case, spaces and signs. The first list that has
 * a match wins: the earlier a pattern, the surer.
 */
export const storeNames: readonly RegExp[] = [
  new RegExp(`^(store|shop)${idEnding}$`),
  new RegExp(`^(outlet|branch|site|location)${idEnding}$`),
  new RegExp(`^(retailer|dealer|pharmacy|restaurant)${idEnding}$`),
]

export const productNames: readonly RegExp[] = [
  new RegExp(`^(sku|product|prod|item|upc|ean|gtin|article|material)${idEnding}$`),
]

export const categoryNames: readonly RegExp[] = [
  /^(product)?(category|cat)(id|nbr|name|dsc|desc|description|code|key)?$/,
  /^(category|cat)(major|main|large|level1|l1|1)(name|dsc|desc|description)$/,
  /^(category|cat)(major|main|large|level1|l1|1)(id|nbr|cd|code|key)?$/,
  /^(department|dept|family|class|segment|brand)(id|nbr|name|dsc|desc|description|code|key)?$/,
]

export const valueNames: readonly RegExp[] = [
  /^(total|net|gross)?(sales|revenue|turnover)(amount|amt|value|dollars|usd|eur)?$/,
  /^(total|net|gross)?(amount|amt|value|spend)$/,
  /^(total|net|gross)?(units|quantity|qty|volume)(sold)?$/,
]

export const groupNames: readonly RegExp[] = [
  /^needstates?(id|name|dsc|desc)?$/,
  /^(category|cat)(small|minor|level3|l3|3)(name|dsc|desc|description)$/,
  /^(productgroup|group|subcategory|subcat|segment)(id|name|dsc|desc)?$/,
]

/** Words of file or column names that speak of what surrounds a store. */
export const marketWords: ReadonlySet<string> = new Set([
  'external',
  'market',
  'demo',
  'demos',
  'demographic',
  'demographics',
  'storedemo',
  'census',
  'county',
  'placer',
  'placerai',
  'urbanicity',
  'urbancity',
  'cotenants',
  'tenant',
  'tenants',
  'competitor',
  'competitors',
  'competition',
  'comp',
  'foottraffic',
  'visitors',
  'visits',
  'dwell',
  'population',
  'pop',
  'household',
  'households',
  'income',
  'hhi',
  'poverty',
  'unemployment',
  'education',
  'educ',
  'ethnic',
  'latitude',
  'longitude',
  'lat',
  'lon',
  'lng',
  'drive',
  'parking',
  'address',
  'city',
  'zip',
])

/** Words that speak of what a store sells. */
export const salesWords: ReadonlySet<string> = new Set([
  'internal',
  'sales',
  'sold',
  'revenue',
  'turnover',
  'units',
  'spend',
  'basket',
  'customer',
  'items',
])
