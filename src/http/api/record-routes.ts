import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { AccessRole } from '../sign-in.ts'
import { includesRole } from './access-role.ts'
import { json } from './answer.ts'
import { type ApiRoute, NOTHING, route } from './api-route.ts'
import { OfRecord } from './inputs.ts'
import { RECORD_VIEWS, type RecordView } from './services.ts'

const path = '/portals/:portal/records/:object/:id'

/** The least role that may look at a record so: 45 CFR 164.514(d), no more than the work takes. */
export const ROLE_OF_VIEW: Readonly<Record<RecordView, AccessRole>> = {
  analytics: 'viewer',
  marketing: 'viewer',
  admissions: 'editor',
  'clinical-intake': 'approver',
  admin: 'admin',
}

/** One record: why it has its score, and how it is forgotten. */
export const RECORD_ROUTES: readonly ApiRoute[] = [
  route({
    method: 'get',
    path: `${path}/explanation`,
    role: 'viewer',
    does: 'what was read of a record and what it led to, as one role may see it (`as`)',
    params: OfRecord,
    query: z.strictObject({ as: z.enum(RECORD_VIEWS).default('analytics') }),
    body: NOTHING,
    handle: async ({ params: { portal, object, id }, query, caller }, { portals }) => {
      const least = ROLE_OF_VIEW[query.as]
      if (!includesRole(caller.role, least)) throw viewRefused(query.as, least)
      return json(await portals.explain(portal, { object, id }, query.as))
    },
  }),
  route({
    method: 'post',
    path: `${path}/erase`,
    role: 'admin',
    does: 'forget a record for good and empty what we wrote of it in the CRM',
    params: OfRecord,
    query: NOTHING,
    body: NOTHING,
    handle: async ({ params: { portal, object, id }, caller }, { portals }) =>
      json(await portals.erase(portal, { object, id }, caller.name)),
  }),
]

function viewRefused(view: RecordView, least: AccessRole): PermanentError {
  return new PermanentError(
    'view-refused',
    `To see a record as ${view} takes the role ${least}.`,
    'Ask for another view, or use a token of that role.',
  )
}
