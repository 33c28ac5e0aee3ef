// Screens say features as the names of the clusters do.
export { plainName } from '../assets/cluster-analysis/cluster-labeling-analytics/plain-name'
