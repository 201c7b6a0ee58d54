import { z } from 'zod'
import { CONTACTS } from '#sandbox/hubspot/portal/object-types.ts'
import type { StoredRecord } from '#sandbox/hubspot/portal/record-table.ts'
import { invalid } from '#sandbox/hubspot/portal/refusal.ts'
import { type ApiContext, type ApiHandler, parseBody } from './api-context.ts'
import { batchAnswer, readBatch } from './batch-answer.ts'
import type { Tier } from './rate-limit.ts'
import { requireEnterprise } from './tiers.ts'
import { requireScopes } from './tokens.ts'

const Read = z.object({ inputs: z.array(z.string()) })
const SUBSCRIPTIONS = [8801, 8802] as const

/** Statuses of many subscribers, who are known by address only; Marketing Hub Enterprise. */
export function subscriptionStatusesHandler({ state, now }: ApiContext, tier: Tier): ApiHandler {
  return (call) => {
    requireEnterprise(tier)
    requireScopes(call.token, ['communication_preferences.statuses.batch.read'])
    if (call.query['channel'] !== 'EMAIL') throw invalid('channel is required')
    const { inputs } = parseBody(Read, call.body)
    readBatch(inputs, 100)
    if (inputs.some((one) => !/^[^\s@]+@[^\s@]+$/.test(one))) {
      throw invalid('One of the subscriber ids is not an email address')
    }
    const byEmail = new Map(
      state
        .table(CONTACTS)
        .all.map((record) => [record.properties['email']?.toLowerCase(), record]),
    )
    const results = inputs.map((subscriberIdString) => ({
      subscriberIdString,
      statuses: statusesOf(byEmail.get(subscriberIdString.toLowerCase())).map((one) => ({
        ...one,
        channel: 'EMAIL',
        source: 'FORM',
        subscriberIdString,
        timestamp: new Date(now()).toISOString(),
      })),
    }))
    return batchAnswer(now(), { status: 200, results, errors: [] })
  }
}

function statusesOf(record: StoredRecord | undefined) {
  const properties = record?.properties ?? {}
  const out = (name: string) => properties[name] === 'true'
  const agreed = (properties['hs_legal_basis'] ?? '').includes('consent')
  return SUBSCRIPTIONS.map((subscriptionId) => {
    const left = out('hs_email_optout') || out(`hs_email_optout_${subscriptionId}`)
    const otherwise = agreed ? 'SUBSCRIBED' : 'NOT_SPECIFIED'
    return { subscriptionId, status: left ? 'UNSUBSCRIBED' : otherwise }
  })
}
