import { expect, test as base } from '@playwright/test'
import { watch } from './watch'

type Guard = {
  /** Folder under which the page is served; the root unless a test says otherwise. */
  readonly basePath: string
  readonly guard: undefined
}

/** Every test uses this `test`: what `watch` lists fails it. */
export const test = base.extend<Guard>({
  basePath: ['/', { option: true }],
  guard: [
    async ({ context, baseURL, basePath }, use) => {
      const unexpected = watch(context, new URL(basePath, baseURL))
      await use(undefined)
      expect(unexpected, 'requests, console errors, uncaught errors').toEqual([])
    },
    { auto: true },
  ],
})

export { expect }
