import type { Portal } from './ports.ts'

/** What keeps a portal from being served and what somebody has to do, for people. */
export interface TroubleWords {
  readonly what: string
  /** Without its last word on how to connect again, which `troubleWords` adds. */
  readonly todo: string
}

const AGAIN = 'then connect it again'

/** Faults of this installation, by how their code begins; none of them needs a portal connected again. */
const OUR_FAULTS: readonly (TroubleWords & { readonly code: RegExp })[] = [
  {
    code: /^secret-key-wrong$/,
    what: 'its credentials open with none of the configured keys',
    todo: 'put the key they were saved with behind the newest in LEADWELL_SECRET_KEY of every process and restart it',
  },
  {
    code: /^database-permission-missing$/,
    what: 'the user in DATABASE_URL may not do what the store needs',
    todo: 'grant it CREATE on the schema, or use the owner of the database',
  },
  {
    code: /^(?:database|store)-/,
    what: 'the database refused a statement',
    todo: 'see to the database, or report the code if nothing is wrong there',
  },
  {
    code: /^(?:account-)?(?:model|list|audiences)-/,
    what: 'a model it is scored by cannot be used',
    todo: 'check that every process runs the same version of Leadwell, then see: leadwell model check',
  },
]

/** What to do about a fault of this installation; work goes on by itself once that is done. */
export function ourFaultWords(code: string): TroubleWords {
  return (
    OUR_FAULTS.find(({ code: known }) => known.test(code)) ?? {
      what: 'something went wrong in Leadwell',
      todo: 'look for the code in the log of the worker, and report it',
    }
  )
}

/** By status reason: the code of the error that stopped the portal. */
const WORDS: Readonly<Record<string, TroubleWords>> = {
  'hubspot-uninstalled': {
    what: 'the app was uninstalled in HubSpot, or its access withdrawn',
    todo: 'a Super Admin installs it again',
  },
  'hubspot-token-refused': {
    what: 'HubSpot no longer takes the access token',
    todo: `make a new token in HubSpot (or install the app anew), ${AGAIN}`,
  },
  'hubspot-client-refused': {
    what: 'HubSpot does not know the app by its client id and secret',
    todo: `copy both from the Auth tab of the app, ${AGAIN}`,
  },
  'hubspot-missing-scope': {
    what: 'the token lacks a scope that Leadwell cannot do without',
    todo: `add the scope to the app in HubSpot, ${AGAIN}`,
  },
  'salesforce-grant-ended': {
    what: 'the authorisation in Salesforce was withdrawn, ran out or was replaced',
    todo: 'an admin connects the organisation again',
  },
  'salesforce-user-inactive': {
    what: 'the user Leadwell connects as is inactive or locked in Salesforce',
    todo: `activate that user or choose another, ${AGAIN}`,
  },
  'salesforce-org-inactive': {
    what: 'the Salesforce organisation is locked, closed or suspended',
    todo: `ask Salesforce about it, ${AGAIN}`,
  },
  'salesforce-app-blocked': {
    what: 'the app is blocked, not installed or not approved in Salesforce',
    todo: `in Setup, unblock or install Leadwell and allow its user, ${AGAIN}`,
  },
  'salesforce-ip-restricted': {
    what: 'Salesforce does not take logins from the address of this server',
    todo: `allow the address in the profile or in the policies of the app, ${AGAIN}`,
  },
  'salesforce-login-refused': {
    what: 'Salesforce refused the login',
    todo: `compare client id, secret or key with the app in Salesforce, ${AGAIN}`,
  },
  'salesforce-token-refused': {
    what: 'Salesforce refuses even new access tokens',
    todo: `check that the app is not blocked and that its user may use the API from here, ${AGAIN}`,
  },
  'salesforce-api-disabled': {
    what: 'the edition or the user in Salesforce has no API access',
    todo: `have it enabled, ${AGAIN}`,
  },
  'sandbox-not-running': {
    what: 'it is a built-in sandbox, and none is running',
    todo: 'start it with: leadwell start --sandbox',
  },
  erased: {
    what: 'it was disconnected, and everything kept of it removed',
    todo: 'nothing; to have it back, connect it again',
  },
}

/** `undefined` for a portal that is served. */
export function troubleWords({
  crm,
  status,
  statusReason,
}: Pick<Portal, 'crm' | 'status' | 'statusReason'>): TroubleWords | undefined {
  if (status === 'connected') return undefined
  const reason = statusReason ?? 'unknown'
  const { what, todo } = WORDS[reason] ?? {
    what: `it was stopped with the code ${reason}`,
    todo: `look for it in the log, see to the cause, ${AGAIN}`,
  }
  const saysHow = todo.includes('leadwell ')
  const how = `leadwell connect ${crm}, or /oauth/${crm}/install in a browser`
  return { what, todo: saysHow ? todo : `${todo} (${how})` }
}
