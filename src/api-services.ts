import { createAnalysisService } from './analysis-service.ts'
import { examine } from './doctor/examine.ts'
import { TransientError } from './errors.ts'
import type { ApiServices } from './http/api/api-deps.ts'
import type { CountTries } from './http/sign-in-limit.ts'
import { createModelService } from './model-service.ts'
import { createPortalService } from './portal-service.ts'
import { createRunService } from './run-service.ts'
import type { Runtime } from './runtime.ts'
import { createSegmentService } from './segment-service.ts'

/** What `/api/v1` works with. `stopping` ends what would keep the server from closing. */
export function createApiServices(runtime: Runtime, stopping: AbortSignal): ApiServices {
  return {
    adminToken: runtime.config.adminToken,
    countTries: countTriesIn(runtime.redis),
    portals: createPortalService(runtime),
    models: createModelService(runtime),
    runs: createRunService(runtime),
    segments: createSegmentService(runtime),
    analyses: createAnalysisService(runtime),
    doctor: { findings: (portal) => examine(runtime, portal) },
    stopping,
  }
}

/** In one step, so that tries at the same time are all counted. */
export function countTriesIn(redis: Runtime['redis']): CountTries {
  return async (name, add, forMs) => {
    const key = `leadwell:${name}`
    const answers = await redis
      .multi()
      .set(key, 0, 'PX', forMs, 'NX')
      .incrby(key, add)
      .pttl(key)
      .exec()
    const [, count, resetInMs] = (answers ?? []).map(([error, value]) =>
      error === null ? value : undefined,
    )
    if (typeof count === 'number' && typeof resetInMs === 'number') return { count, resetInMs }
    throw new TransientError('redis-unreachable', 'Redis does not count.')
  }
}
