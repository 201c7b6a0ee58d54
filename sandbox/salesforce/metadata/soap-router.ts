import express, { type Router } from 'express'
import { PermanentError } from '#src/errors.ts'
import type { CallCounter } from '../call-counter.ts'
import type { Faults } from '../faults.ts'
import type { Sessions } from '../oauth/sessions.ts'
import type { Org } from '../org.ts'
import { answerMetadataCall, readSoapCall } from './metadata-soap.ts'
import { soapFault } from './soap-envelope.ts'

interface SoapDeps {
  readonly org: Org
  readonly sessions: Sessions
  readonly calls: CallCounter
  readonly faults: Faults
}

/** The Metadata API over SOAP. Faults are HTTP 500, as the SOAP binding has it. */
export function soapRouter(deps: SoapDeps): Router {
  const router = express.Router()
  router.post(/^\/services\/Soap\/m\/[\d.]+/i, (request, response) => {
    const xml: unknown = request.body
    try {
      response.type('text/xml').send(answer(deps, typeof xml === 'string' ? xml : ''))
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error
      response.status(500).type('text/xml').send(soapFault(error.code, error.message))
    }
  })
  return router
}

/** Metadata calls carry no record, so there is none to quote. */
const QUOTING = { errorCode: 'UNKNOWN_EXCEPTION', message: 'unexpected error' }

function answer(deps: SoapDeps, xml: string): string {
  const call = readSoapCall(xml)
  if (deps.sessions.userOf(call.sessionId ?? '') === undefined) {
    throw new PermanentError(
      'INVALID_SESSION_ID',
      'Invalid Session ID found in SessionHeader: Illegal Session. Session not found',
    )
  }
  if (deps.calls.used() >= deps.calls.limit) {
    throw new PermanentError('REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.')
  }
  deps.calls.count('metadata', 1)
  const fault = deps.faults.forRequest('metadata')
  if (fault !== undefined) {
    const { errorCode, message = errorCode } = 'status' in fault ? fault : QUOTING
    throw new PermanentError(errorCode, message)
  }
  return answerMetadataCall(deps.org, call)
}
