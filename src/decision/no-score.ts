import type { IntentValues } from '../ports.ts'

/** No score, and nothing that could be read as one. */
export const NO_SCORE = {
  score: null,
  fit: null,
  engagement: null,
  grade: null,
  tier: null,
  audience: null,
  topReason: null,
  respondBy: null,
  scoredAt: null,
  model: null,
} as const satisfies Partial<IntentValues>
