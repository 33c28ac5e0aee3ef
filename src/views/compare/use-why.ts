import { useEffect, useMemo } from 'react'
import type { RunComparison } from '../../runs/compare/compare-runs'
import type { Explanation } from '../../runs/compare/explain-moves'
import type { ExplanationPlan } from '../../runs/compare/explanation-plan'
import type { Membership } from '../../runs/compare/membership'
import { planWhy } from '../../state/compare/compare'
import { useActions, useApp } from '../../state/hooks'
import { selectCategory } from '../../state/selectors'
import { answerTo, type Why } from '../../state/compare/why-slice'

export type WhyState = {
  readonly plan: ExplanationPlan
  readonly category: string | null
  /** The question of these two runs and this category, as far as it was asked. */
  readonly why: Why | null
  readonly explanation: Explanation | null
  readonly ask: () => void
}

/** Why stores moved in the category; where no trial run is needed it is found at once. */
export function useWhy(comparison: RunComparison, { category }: Membership): WhyState {
  const runs = useApp((state) => state.runs)
  const entries = useApp((state) => state.entries)
  const chosen = useApp(selectCategory)
  const asked = chosen ?? category
  const { findWhy } = useActions()
  const question = useMemo(
    () => ({ runA: comparison.a.id, runB: comparison.b.id, category: asked }),
    [comparison, asked],
  )
  const why = useApp((state) => answerTo(state, question))
  const plan = useMemo(
    () => planWhy(comparison, { runs, entries }, asked),
    [comparison, runs, entries, asked],
  )
  const isFree = plan.tests.length > 0 && plan.nTrials === 0
  useEffect(() => {
    if (isFree && why === null) void findWhy(plan, asked)
  }, [isFree, why, plan, asked, findWhy])
  return {
    plan,
    category: asked,
    why,
    explanation: why?.step === 'found' ? why.explanation : null,
    ask: () => void findWhy(plan, asked),
  }
}
