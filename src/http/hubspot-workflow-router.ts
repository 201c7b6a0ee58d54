import { type Request, Router } from 'express'
import {
  parseWorkflowActionCall,
  verifySignatureV2,
  type WorkflowActionCall,
} from '#connectors/hubspot/signature-v2.ts'
import type { HttpDeps } from './http-deps.ts'
import { publicUriOf } from './public-uri.ts'
import { bytesOf, rawBody } from './raw-body.ts'
import { createTally, type Tally } from './tally.ts'

/** One enrolled record a request, with nothing of it but its id. */
const LIMIT = '64kb'

/** What the workflow may branch on; the output fields of `rescore-hsmeta.json` name the same. */
type RescoreStatus = 'marked' | 'not_connected' | 'not_a_contact'

/**
 * `POST /hubspot/workflow-actions/rescore`: leaves the mark a webhook would leave, ahead of bulk work.
 * Answered twice or out of turn it does no more than once.
 */
export function createHubspotWorkflowRouter(deps: HttpDeps): Router {
  const { refused, unserved } = talliesOf(deps)
  const router = Router()
  router.post('/workflow-actions/rescore', rawBody(LIMIT), async (request, response) => {
    const verdict = verdictOf(request, deps)
    if (verdict !== 'valid') {
      refused.add(1, verdict)
      response.status(401).json({ error: `signature-${verdict}` })
      return
    }
    const call = parseWorkflowActionCall(bytesOf(request.body))
    const status = await rescore(deps, unserved, call)
    response.status(200).json({
      outputFields: { rescore_status: status, hs_execution_state: 'SUCCESS' },
    })
  })
  return router
}

/** Whoever sends to this address chooses how often: no line for each. */
function talliesOf({ log, now }: HttpDeps): { readonly refused: Tally; readonly unserved: Tally } {
  return {
    refused: createTally(now, (calls, total, reason) =>
      log.warn('workflow actions refused', { crm: 'hubspot', calls, total, reason }),
    ),
    unserved: createTally(now, (calls, total) =>
      log.warn('workflow actions of portals not connected ignored', {
        crm: 'hubspot',
        calls,
        total,
      }),
    ),
  }
}

function verdictOf(request: Request, deps: HttpDeps): string {
  const verdicts = deps.hubspotSecrets().map((secret) =>
    verifySignatureV2({
      method: request.method,
      uri: publicUriOf(request, deps.publicUrl),
      rawBody: bytesOf(request.body),
      signature: request.get('x-hubspot-signature'),
      version: request.get('x-hubspot-signature-version'),
      secret,
    }),
  )
  if (verdicts.length === 0) return 'secret-not-configured'
  return verdicts.find((verdict) => verdict === 'valid') ?? verdicts[0] ?? 'wrong'
}

/** A portal we do not serve is told so in a 200: an error would hold the record up in its workflow. */
async function rescore(
  deps: HttpDeps,
  unserved: Tally,
  { portalId, ref }: WorkflowActionCall,
): Promise<RescoreStatus> {
  const portal = await deps.store.portals.find(portalId)
  if (portal === undefined || portal.status !== 'connected') {
    unserved.add(1)
    return 'not_connected'
  }
  if (ref === undefined) return 'not_a_contact'
  await deps.store.marks.mark(portal.id, [ref], 'event')
  await deps.kick(portal.id).catch(() => undefined)
  return 'marked'
}
