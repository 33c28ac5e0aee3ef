import { fitKernelPca, kernelPcaBytes } from '../../../math/kernel-pca'
import type { Matrix } from '../../../math/matrix'
import type { StageSpecs } from '../../branch'
import { AssetError } from '../../failure'
import type { ParamsOf } from '../../spec'
import type { Reduction } from './reduce-rows'

type ReducedParams = ParamsOf<StageSpecs['reduced']>

/**
 * Kernel principal components of the fitted rows, by count.
 * @throws AssetError for a share instead of a count, and where the kernel has no room.
 */
export function kernelReduction(
  fitted: Matrix,
  params: ReducedParams,
  memoryBudget: number,
): Reduction {
  if (params.pca_components < 1) throw needsLinear(params.pca_components)
  const asked = Math.min(params.pca_components, params.pca_max_components ?? fitted.nSamples)
  const bytes = kernelPcaBytes(fitted.nSamples, asked)
  if (bytes > memoryBudget) throw tooLarge(fitted.nSamples, { bytes, memoryBudget })
  return {
    method: 'kernel',
    ...fitKernelPca(fitted, { nComponents: asked, gamma: params.kernel_gamma }),
  }
}

function needsLinear(share: number): AssetError {
  return new AssetError({
    code: 'share_needs_linear',
    message: `pca_components is the share ${share}, but a kernel has no total variance to take a share of.`,
    path: 'pca_components',
    hint: 'Set pca_components to a count such as 10, or pca_method to linear.',
  })
}

type Bytes = { readonly bytes: number; readonly memoryBudget: number }

function tooLarge(nStores: number, { bytes, memoryBudget }: Bytes): AssetError {
  const inMegabytes = (amount: number) => `${Math.ceil(amount / 1e6)} MB`
  return new AssetError({
    code: 'kernel_too_large',
    message: `The kernel of ${nStores} stores needs ${inMegabytes(bytes)}; this run can hold ${inMegabytes(memoryBudget)}.`,
    path: 'pca_method',
    hint: 'Set pca_method to linear, or look at fewer stores at a time.',
  })
}
