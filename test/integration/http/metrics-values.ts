import type { IntentValues } from '#src/ports.ts'
import { ADMIN_TOKEN } from './monitored-app.ts'

export function adminApp(redisDatabase: number) {
  return { redisDatabase, adminToken: ADMIN_TOKEN }
}

/** A decision that says nothing but what is given. */
export function emptyValues(given: Partial<IntentValues>): IntentValues {
  return {
    score: null,
    fit: null,
    engagement: null,
    grade: null,
    tier: null,
    hold: null,
    audience: null,
    topReason: null,
    handoffNote: null,
    nextAction: null,
    channels: [],
    respondBy: null,
    scoredAt: null,
    model: null,
    ...given,
  }
}
