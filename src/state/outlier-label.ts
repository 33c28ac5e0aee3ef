// The label of a store that is kept out of every cluster: views know assets as types only.
export { outlierLabel } from '../assets/model-training/outlier-policy'
