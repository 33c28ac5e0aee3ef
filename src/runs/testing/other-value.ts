import { type Param, readParam } from '../../assets/schema'
import { canonicalJson } from '../canonical-json'

/** Another value that a parameter allows, found from its control; `undefined` where there is none. */
export function otherValue(param: Param<unknown>, current: unknown): unknown {
  const isOther = (value: unknown) => canonicalJson(value) !== canonicalJson(current)
  return candidates(param, current).find((value) => isOther(value) && readParam(param, value).ok)
}

function candidates({ control }: Param<unknown>, current: unknown): readonly unknown[] {
  const number = typeof current === 'number' ? current : null
  switch (control.kind) {
    case 'integer':
      return number === null ? [control.min + 1] : [number + 1, number - 1]
    case 'number':
      return number === null
        ? [control.min + 10 * control.step]
        : [number - control.step, number + control.step, number + 1]
    case 'share':
      return [0.5, 0.25]
    case 'switch':
      return [current !== true]
    case 'choice':
      return [...control.options.map(({ value }) => value), true, false]
    case 'names':
      return [['Snacks'], ['silhouette']]
    case 'weights':
      return [{ income: 2 }, { income: 'zero' }]
    case 'pair':
      return [[0.25, 0.75]]
    case 'scalar':
      return [0.5, 1, 'median', 'trim']
    case 'rules':
      return [[{ column: 'area', values: ['city'], region: 'West' }]]
  }
}
