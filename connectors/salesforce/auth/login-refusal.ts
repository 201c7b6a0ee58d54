import { z } from 'zod'
import { PermanentError, TransientError } from '#src/errors.ts'
import { errorsIn } from '../transport/error-body.ts'
import { failureOf, loginRefused } from '../transport/errors.ts'
import type { HttpAnswer } from '../transport/fetch-transport.ts'

type Reason = 'grant' | 'user-inactive' | 'org-inactive' | 'app-blocked' | 'ip-restricted' | 'other'

/** The token endpoint said no, and trying again with the same changes nothing. */
export interface TokenRefusal {
  /** OAuth error code, such as `invalid_client`. */
  readonly code: string
  readonly status: number
  readonly reason: Reason
}

/**
 * What the error code or its description tells, first match counts: the same reason comes as a code of
 * its own or as the description of `invalid_grant` (Salesforce Help, "OAuth 2.0 Authorization Errors").
 */
const REASONS: readonly (readonly [RegExp, Reason])[] = [
  [/inactive_user|inactive user|user is (inactive|locked)/i, 'user-inactive'],
  [/inactive_org|inactive org|organi[sz]ation is (locked|closed|suspended)/i, 'org-inactive'],
  [/ip restricted|ip_restricted/i, 'ip-restricted'],
  [
    /app_not_found|invalid_app_access|app_access_denied|APP_BLOCKED|AUTHORIZATION_BLOCKED|app.*blocked|must be installed|hasn't approved|not admin approved/i,
    'app-blocked',
  ],
  [/invalid_grant/, 'grant'],
]
/** Too many logins of one user in an hour: passes by itself. */
const TOO_MANY_LOGINS = /login rate exceeded|rate_limit_exceeded|too many requests/i
const TOO_MANY_LOGINS_PAUSE_MS = 5 * 60_000

const OauthError = z
  .object({ error: z.string().catch(''), error_description: z.string().catch('') })
  .catch({ error: '', error_description: '' })

/** Throws TransientError for an answer that says "not now". */
export function readRefusal({ status, body }: HttpAnswer, label: string): TokenRefusal {
  const said = spokenIn(body)
  const errors = errorsIn(body)
  const code = errors[0]?.code ?? `HTTP_${status}`
  if (TOO_MANY_LOGINS.test(said)) {
    throw new TransientError(
      'salesforce-login-rate',
      `Salesforce answered ${label} with too many logins (HTTP ${status}).`,
      TOO_MANY_LOGINS_PAUSE_MS,
    )
  }
  const failure = failureOf({ status, errors, label })
  if (!(failure instanceof PermanentError)) throw failure
  return { code, status, reason: REASONS.find(([words]) => words.test(said))?.[1] ?? 'other' }
}

/** Read for its words only, never passed on: descriptions may name users. */
function spokenIn(body: string): string {
  try {
    const { error, error_description } = OauthError.parse(JSON.parse(body))
    return `${error} ${error_description}`
  } catch {
    return ''
  }
}

interface Verdict {
  readonly code: string
  readonly says: string
  readonly hint: string
}

const VERDICTS: Readonly<Record<Exclude<Reason, 'other'>, Verdict>> = {
  grant: {
    code: 'salesforce-grant-ended',
    says: 'no longer takes the refresh token: the authorisation was withdrawn, ran out or was replaced',
    hint: 'Connect the organisation again, from /oauth/salesforce/install.',
  },
  'user-inactive': {
    code: 'salesforce-user-inactive',
    says: 'says that the user Leadwell connects as is inactive or locked',
    hint: 'Activate that user in Salesforce, or connect again as another one.',
  },
  'org-inactive': {
    code: 'salesforce-org-inactive',
    says: 'says that the organisation is locked, closed or suspended',
    hint: 'Ask Salesforce about the organisation; connect again once it is open.',
  },
  'app-blocked': {
    code: 'salesforce-app-blocked',
    says: 'says that the app is blocked, not installed or not approved for the user',
    hint: 'In Salesforce, Setup, "Connected Apps OAuth Usage" or "External Client App Manager": unblock or install Leadwell and allow its user; then connect again.',
  },
  'ip-restricted': {
    code: 'salesforce-ip-restricted',
    says: 'does not take logins from the address of this server',
    hint: 'Allow the address in the login IP ranges of the profile, or relax IP restrictions in the policies of the app.',
  },
}

/** The error a refusal amounts to, by what was tried. */
export function refusedLogin(kind: Parameters<typeof loginRefused>[0], refusal: TokenRefusal) {
  const { reason, code, status } = refusal
  // Without a refresh token, `invalid_grant` is about how the app is set up.
  if (reason === 'other' || (reason === 'grant' && kind !== 'salesforce-refresh')) {
    return loginRefused(kind, refusal)
  }
  const { code: ours, says, hint } = VERDICTS[reason]
  return new PermanentError(ours, `Salesforce ${says} (${code}, HTTP ${status}).`, hint)
}
