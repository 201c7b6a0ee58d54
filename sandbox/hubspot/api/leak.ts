import type { Response } from 'express'
import { CONTACTS } from '#sandbox/hubspot/portal/object-types.ts'
import type { PortalState } from '#sandbox/hubspot/portal/portal-state.ts'
import { invalid, Refusal } from '#sandbox/hubspot/portal/refusal.ts'
import {
  createQuoter,
  cutShort,
  HANG_MS,
  LEAKING_FAULTS,
  type LeakingFault,
} from '#sandbox/leaking-fault.ts'

type Values = Readonly<Record<string, string>>

export function isLeaking(fault: unknown): fault is LeakingFault {
  return LEAKING_FAULTS.some((one) => one === fault)
}

/** Answers a call with a failure that quotes contacts of the portal. */
export function createLeak(state: PortalState): (fault: LeakingFault, response: Response) => void {
  const quote = createQuoter(() => state.table(CONTACTS).all.map(({ properties }) => properties))
  return (fault, response) => {
    if (fault === 'quoting-400') throw quotingRefusal(quote())
    if (fault === 'quoting-500') {
      throw new Refusal(500, `internal error on ${JSON.stringify(quote())}`, { context: quote() })
    }
    if (fault === 'malformed-json') {
      const results = quote().map((properties) => ({ id: properties['hs_object_id'], properties }))
      response.status(200).type('json').send(cutShort({ results }))
      return
    }
    setTimeout(() => response.destroy(), HANG_MS)
  }
}

/** HubSpot's messages repeat what was not valid. */
function quotingRefusal(records: readonly Values[]): Refusal {
  const details = records.flatMap((properties) =>
    Object.entries(properties).map(([name, value]) => ({
      isValid: false,
      message: `${value} was not one of the allowed options: []`,
      error: 'INVALID_OPTION',
      name,
    })),
  )
  return invalid(`Property values were not valid: ${JSON.stringify(details)}`, {
    errors: details.map(({ name, message, error }) => ({
      message,
      code: error,
      context: { propertyName: [name], value: [message] },
    })),
  })
}
