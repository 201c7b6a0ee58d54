import { z } from 'zod'

/**
 * What HubSpot takes, from its templates (github.com/HubSpot/hubspot-project-components), its pages on
 * app configuration, webhooks, app cards and custom workflow actions, and the checks of
 * @hubspot/project-parsing-lib 0.23. The schemas HubSpot itself checks by are served to accounts only.
 */
const Url = z.url({ protocol: /^https$/ })
const Scopes = z.array(z.string())

const App = z.strictObject({
  name: z.string().min(1).max(200),
  description: z.string().min(1),
  distribution: z.enum(['private', 'marketplace']),
  auth: z.strictObject({
    type: z.enum(['oauth', 'static']),
    redirectUrls: z.array(Url).min(1),
    requiredScopes: Scopes.min(1),
    optionalScopes: Scopes,
    conditionallyRequiredScopes: Scopes,
  }),
  permittedUrls: z.strictObject({
    fetch: z.array(Url),
    iframe: z.array(Url),
    img: z.array(Url),
  }),
  support: z.strictObject({
    supportEmail: z.email(),
    documentationUrl: Url,
    supportUrl: Url,
    supportPhone: z.string().optional(),
  }),
})

const KINDS = ['creation', 'deletion', 'merge', 'restore', 'propertyChange', 'associationChange']
const subscriptionOf = (objects: readonly string[]) =>
  z.string().refine((type) => {
    const [object = '', kind = '', ...more] = type.split('.')
    return objects.includes(object) && KINDS.includes(kind) && more.length === 0
  })
const Classic = z.strictObject({
  subscriptionType: subscriptionOf(['contact', 'company', 'deal']),
  propertyName: z.string().optional(),
  active: z.boolean(),
})
const Generic = z.strictObject({
  subscriptionType: subscriptionOf(['object']),
  objectType: z.string().regex(/^[a-z_]+$/),
  propertyName: z.string().optional(),
  active: z.boolean(),
})

export const Webhooks = z.strictObject({
  settings: z.strictObject({ targetUrl: Url, maxConcurrentRequests: z.number().int().gt(5) }),
  subscriptions: z.strictObject({
    crmObjects: z.array(Generic),
    legacyCrmObjects: z.array(Classic),
    hubEvents: z.array(
      z.strictObject({
        subscriptionType: z.enum(['contact.privacyDeletion']),
        active: z.boolean(),
      }),
    ),
  }),
})

const Card = z.strictObject({
  name: z.string().min(1),
  description: z.string().optional(),
  location: z.enum(['crm.record.tab', 'crm.record.sidebar', 'crm.preview', 'helpdesk.sidebar']),
  entrypoint: z.string(),
  objectTypes: z.array(z.string()).min(1),
})

const Settings = z.strictObject({ entrypoint: z.string() })

const Field = z.strictObject({
  typeDefinition: z.strictObject({
    name: z.string(),
    type: z.enum(['string', 'number', 'bool', 'enumeration', 'date', 'datetime']),
    fieldType: z.string(),
    options: z.array(z.strictObject({ value: z.string(), label: z.string() })).optional(),
  }),
  supportedValueTypes: z.array(z.enum(['STATIC_VALUE', 'OBJECT_PROPERTY'])),
  isRequired: z.boolean().optional(),
})
const WorkflowAction = z.strictObject({
  actionUrl: Url,
  isPublished: z.boolean(),
  supportedClients: z.array(z.strictObject({ client: z.literal('WORKFLOWS') })).min(1),
  objectTypes: z.array(z.string()),
  inputFields: z.array(Field),
  outputFields: z.array(Field),
  labels: z.record(
    z.string().length(2),
    z.strictObject({
      actionName: z.string(),
      actionDescription: z.string(),
      actionCardContent: z.string(),
      appDisplayName: z.string().optional(),
      inputFieldLabels: z.record(z.string(), z.string()).optional(),
      inputFieldDescriptions: z.record(z.string(), z.string()).optional(),
      outputFieldLabels: z.record(z.string(), z.string()).optional(),
    }),
  ),
})

/** By component type: what its config holds, where it lives, and whether a project may have several. */
export const COMPONENTS: Readonly<
  Record<string, { readonly folder: string; readonly config: z.ZodType; readonly many: boolean }>
> = {
  app: { folder: 'app', config: App, many: false },
  webhooks: { folder: 'app/webhooks', config: Webhooks, many: false },
  card: { folder: 'app/cards', config: Card, many: true },
  settings: { folder: 'app/settings', config: Settings, many: false },
  'workflow-action': { folder: 'app/workflow-actions', config: WorkflowAction, many: true },
}

/** Scopes of HubSpot that we have a use for, as its "Scopes" page spells them. */
export const KNOWN_SCOPES: readonly string[] = [
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
  'sales-email-read',
  'forms',
  'crm.objects.marketing_events.read',
  'communication_preferences.read',
  'communication_preferences.statuses.batch.read',
  'crm.import',
]
