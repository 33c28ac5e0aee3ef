import { categories, type CategoryStory } from './story'

const productsPerNeedState = 3

/** The product ids of one need state of a category. */
export function productsOf(category: CategoryStory, needState: number): readonly string[] {
  return Array.from({ length: productsPerNeedState }, (_, i) =>
    String(category.firstProduct + 10 * needState + i),
  )
}

/** One row a product and need state. The first product of a category serves two need states. */
export function makeProductMap(): readonly (readonly string[])[] {
  const rows = categories.flatMap((category) => {
    const named = category.needStates.flatMap((needState, i) =>
      productsOf(category, i).map((product) => [product, needState, category.name]),
    )
    const [shared] = productsOf(category, 0)
    return [...named, [shared, category.needStates[1], category.name]]
  })
  return [['PRODUCT_ID', 'NEED_STATE', 'CATEGORY'], ...rows]
}
