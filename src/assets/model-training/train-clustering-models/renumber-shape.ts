import { keepComponents } from '../../../math/gaussian-components'
import type { Shape } from '../fit'

/** The same rows under other numbers. */
type Renumbering = {
  readonly from: Int32Array
  readonly to: Int32Array
  readonly nClusters: number
}

/** The shape of the same clusters under other numbers. */
export function renumberShape(shape: Shape, { from, to, nClusters }: Renumbering): Shape {
  if (shape.kind === 'centers') return shape
  const numbers = new Int32Array(nClusters)
  from.forEach((old, row) => {
    if (old !== -1) numbers[old] = to[row]
  })
  const order = Int32Array.from(numbers, (_, c) => numbers.indexOf(c))
  if (shape.kind === 'gaussians')
    return { ...shape, components: keepComponents(shape.components, order) }
  return {
    ...shape,
    labels: shape.labels.map((label) => numbers[label]),
    reaches: Float64Array.from(order, (old) => shape.reaches[old]),
  }
}
