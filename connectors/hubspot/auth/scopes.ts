import { SOURCE_TABLE, type SourceEntry } from '../sources/source-table.ts'

/** Something Leadwell does in a portal, the scopes it takes, and what is done without them. */
interface ScopedFeature {
  /** Ends "to …". */
  readonly does: string
  readonly scopes: readonly string[]
  /** Ends "until then …". */
  readonly without: string
}

/** Without one of these nothing can be installed; `requiredScopes` of the app names the same. */
export const REQUIRED_SCOPES = [
  'oauth',
  'crm.objects.contacts.read',
  'crm.objects.contacts.write',
  'crm.schemas.contacts.read',
  'crm.schemas.contacts.write',
  'crm.objects.companies.read',
  'crm.objects.companies.write',
  'crm.schemas.companies.read',
  'crm.schemas.companies.write',
  'crm.objects.deals.read',
] as const

const ON_COMPANIES = 'nothing is read or written'

const BESIDE_SOURCES: readonly ScopedFeature[] = [
  {
    does: 'write scores on people',
    scopes: ['crm.objects.contacts.write'],
    without: 'nothing is written',
  },
  {
    does: 'make the properties of people',
    scopes: ['crm.schemas.contacts.read', 'crm.schemas.contacts.write'],
    without: 'nothing can be written',
  },
  {
    does: 'write the score of an organisation on its record',
    scopes: ['crm.objects.companies.write'],
    without: ON_COMPANIES,
  },
  {
    does: 'make the properties of organisations',
    scopes: ['crm.schemas.companies.read', 'crm.schemas.companies.write'],
    without: ON_COMPANIES,
  },
  {
    does: 'read the legal basis of email subscriptions',
    scopes: ['communication_preferences.read'],
    without: "only HubSpot's opt-out from all email is known",
  },
  {
    does: 'write many thousands of scores as one import',
    scopes: ['crm.import'],
    without: 'they are written in ordinary batches, which takes longer',
  },
]

const FEATURES: readonly ScopedFeature[] = [
  ...Object.values(SOURCE_TABLE).map(({ tells, scopes, without }: SourceEntry) => ({
    does: `read ${tells}`,
    scopes,
    without,
  })),
  ...BESIDE_SOURCES,
]

const required: ReadonlySet<string> = new Set(REQUIRED_SCOPES)

/** Granted where the portal's tier has them; `optionalScopes` of the app names the same. */
export const OPTIONAL_SCOPES: readonly string[] = [
  ...new Set(FEATURES.flatMap(({ scopes }) => scopes)),
].filter((scope) => !required.has(scope))

/** What somebody has to see to for each feature that was not granted all it needs, a sentence each. */
export function missingFeatures(granted: readonly string[]): readonly string[] {
  return FEATURES.flatMap(({ does, scopes, without }) => {
    const missing = scopes.filter((scope) => !granted.includes(scope))
    if (missing.length === 0) return []
    return [`To ${does}: ${missing.join(' and ')}. Until then ${without}.`]
  })
}
