import { wholeFile } from '../assets/preprocessing/partition-names'

/** The category that a partition is; `null` where it is the whole chain. */
export function categoryOf(partition: string | null): string | null {
  return partition === wholeFile ? null : partition
}
