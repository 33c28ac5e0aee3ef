// The assets that screens show, for `useAsset`: views know specs as types only.
export { internalSalesByCategory } from '../assets/preprocessing/internal-sales-by-category/spec'
export {
  crossed,
  external,
  internal,
  labeling,
  profiles,
  published,
  reassigned,
} from '../assets/specs'
