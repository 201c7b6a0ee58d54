import type { Log } from '#src/ports.ts'
import type { SignInDeps } from '../sign-in.ts'
import type { CountTries } from '../sign-in-limit.ts'
import type { AnalysisService } from './analysis-services.ts'
import type {
  DoctorService,
  ModelService,
  PortalService,
  RunService,
  SegmentService,
} from './services.ts'

/** What the API is handed in; a service that is missing answers 501. */
export interface ApiServices {
  readonly adminToken: string | undefined
  readonly countTries: CountTries
  readonly portals: PortalService
  readonly doctor: DoctorService
  readonly models?: ModelService
  readonly runs?: RunService
  readonly segments?: SegmentService
  readonly analyses?: AnalysisService
  /** Ends streams that would keep the server from stopping. */
  readonly stopping?: AbortSignal
  /** How often a run is looked at for whoever listens; a second when unset. */
  readonly lookEveryMs?: number
}

export type ApiDeps = ApiServices & SignInDeps & { readonly log: Log }
