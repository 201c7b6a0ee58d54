import { PermanentError } from '#src/errors.ts'
import type { AnalysisService } from '#src/http/api/analysis-services.ts'
import type { ApiServices } from '#src/http/api/api-deps.ts'
import type {
  ModelService,
  ModelSetDetail,
  PortalService,
  PortalStanding,
  RunService,
  RunStanding,
  SegmentService,
} from '#src/http/api/services.ts'
import type { PortalId } from '#src/ports.ts'

export const PORTAL: PortalId = 'hubspot:62515'

const STANDING: PortalStanding = {
  id: PORTAL,
  crm: 'hubspot',
  name: 'Test',
  timeZone: 'UTC',
  sandbox: false,
  status: 'connected',
  statusReason: undefined,
  tally: {
    records: 0,
    scored: 0,
    tiers: { 'sales-ready': 0, nurture: 0, unqualified: 0 },
    held: 0,
    written: 0,
    pending: 0,
    parked: 0,
  },
  words: undefined,
}
export const RUN: RunStanding = {
  id: 1,
  kind: 'rescore',
  model: 0,
  status: 'running',
  by: 'operator',
  startedAt: 0,
  endedAt: undefined,
  total: 100,
  scored: 0,
  changed: 0,
  perSecond: 0,
  secondsLeft: null,
}
const MODEL: ModelSetDetail = {
  version: 1,
  parent: 0,
  status: 'draft',
  note: 'why',
  createdBy: 'operator',
  createdAt: 0,
  approvedBy: undefined,
  publishedAt: undefined,
  texts: {},
}

async function known(portal: PortalId): Promise<void> {
  if (portal !== PORTAL) throw new PermanentError('portal-unknown', `No portal ${portal}.`)
}

async function* none(): AsyncGenerator<never> {}

/** Services that know one portal, one model set and one run, and say who asked them for what. */
export function fakeServices(done: [what: string, by: string][] = []): Pick<
  ApiServices,
  'portals' | 'doctor'
> & {
  readonly models: ModelService
  readonly runs: RunService
  readonly segments: SegmentService
  readonly analyses: AnalysisService
} {
  const after =
    <Result>(result: Result, what?: string) =>
    async (portal: PortalId, ...rest: readonly unknown[]): Promise<Result> => {
      await known(portal)
      if (what !== undefined) done.push([what, String(rest.at(-1))])
      return result
    }
  const portals: PortalService = {
    list: async () => [STANDING],
    get: after({ ...STANDING, toRead: 0, parked: [], trouble: undefined }),
    parked: after([]),
    retryParked: after(3, 'retry'),
    allowList: after({ crm: 'hubspot', version: 0, text: 'crm: hubspot', approvals: [] } as const),
    approveAllowList: after({ version: 1, changes: 0, absent: [] }, 'approve-list'),
    ledger: after([]),
    exportLedger: after(none()),
    explain: after({}),
    erase: after(
      { cleared: true, removed: {}, heirs: [], heirsUnknown: false, remains: [] },
      'erase',
    ),
    sync: after(undefined, 'sync'),
  }
  const models: ModelService = {
    list: after([MODEL]),
    get: after(MODEL),
    draft: after({ set: MODEL, findings: [] }, 'draft'),
    preview: after({}),
    approve: after(MODEL, 'approve'),
    publish: after({ set: MODEL, run: RUN }, 'publish'),
    rollback: after({ set: MODEL, run: RUN }, 'rollback'),
    discard: after(MODEL, 'discard'),
  }
  const runs: RunService = {
    list: after([RUN]),
    get: after({ ...RUN, status: 'done', endedAt: 1000 } as const),
    report: after({}),
    cancel: after(RUN, 'cancel'),
    rescore: after(RUN, 'rescore'),
  }
  const segments: SegmentService = {
    get: after({ proposed: null, approved: null }),
    approve: after({ approved: null, run: RUN }, 'approve-segments'),
    withdraw: after({ approved: null, run: RUN }, 'withdraw-segments'),
  }
  const analysis = {
    id: 1,
    request: { kind: 'report' },
    status: 'waiting',
    by: 'operator',
    askedAt: 0,
    endedAt: undefined,
    failure: undefined,
  } as const
  const analyses: AnalysisService = {
    list: after([analysis]),
    ask: after(analysis, 'analyse'),
    get: after({ ...analysis, result: undefined }),
    shown: after('<p>'),
    draft: after({ set: MODEL, findings: [] }, 'draft-changes'),
    drift: after({}),
    shownDrift: after('<p>'),
    askDrift: after(undefined, 'check-drift'),
    outcomes: after({ text: '' }),
    defineOutcomes: after({ version: 1, text: '' }, 'define-outcomes'),
  }
  return { portals, models, runs, segments, analyses, doctor: { findings: async () => [] } }
}
