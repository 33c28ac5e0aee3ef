import type { AssetFailure } from '../../assets/failure'
import type { Explanation } from '../../runs/compare/explain-moves'
import type { ExplanationPlan } from '../../runs/compare/explanation-plan'
import type { Slice } from '../app-state'
import { isAtWork } from '../at-work'
import { failureOf } from '../failure-of'
import type { Services } from '../services'

/** What is asked: why stores moved from one run to the other, in a category. */
export type WhyQuestion = {
  readonly runA: string
  readonly runB: string
  readonly category: string | null
}

/** The last question, and how far its answer is. */
export type Why = { readonly question: WhyQuestion } & (
  | { readonly step: 'testing'; readonly nDone: number; readonly nTrials: number }
  | { readonly step: 'found'; readonly explanation: Explanation }
  | { readonly step: 'failed'; readonly failure: AssetFailure }
)

export type WhySlice = {
  /** Kept while another screen is looked at: trial runs take their time. */
  readonly why: Why | null
  readonly findWhy: (plan: ExplanationPlan, category: string | null) => Promise<void>
  /** Ends the trial run that goes on; nothing was found then. */
  readonly cancelWhy: () => void
}

export const createWhySlice =
  (services: Services): Slice<WhySlice> =>
  (set, get) => ({
    why: null,
    findWhy: async (plan, category) => {
      if (isAtWork(get())) return
      const { a, b } = plan.comparison
      const question = { runA: a.id, runB: b.id, category }
      const testing = (nDone: number, nTrials: number) =>
        set({ why: { question, step: 'testing', nDone, nTrials } })
      testing(0, plan.nTrials)
      try {
        // It reaches numeric code, which the page does not start with.
        const { explainWhy } = await import('./compare')
        const explanation = await explainWhy(plan, services, testing)
        set({ why: explanation && { question, step: 'found', explanation } })
      } catch (error) {
        set({ why: { question, step: 'failed', failure: failureOf(error) } })
      }
    },
    cancelWhy: () => services.client.cancel(),
  })

/** The answer to this question; null where it was not asked, or another one was asked since. */
export function answerTo({ why }: WhySlice, { runA, runB, category }: WhyQuestion): Why | null {
  if (why === null) return null
  const { question } = why
  const isIt = question.runA === runA && question.runB === runB && question.category === category
  return isIt ? why : null
}
