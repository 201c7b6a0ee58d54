import { type Express, Router } from 'express'
import { accountHandler } from '#sandbox/hubspot/api/account.ts'
import type { ApiContext } from '#sandbox/hubspot/api/api-context.ts'
import { createAssociationsRouter } from '#sandbox/hubspot/api/associations-router.ts'
import { occurrencesHandler } from '#sandbox/hubspot/api/event-occurrences.ts'
import { createForms, formListHandler, submissionsHandler } from '#sandbox/hubspot/api/forms.ts'
import { createImportsRouter } from '#sandbox/hubspot/api/imports-router.ts'
import { marketingEventHandlers } from '#sandbox/hubspot/api/marketing-events.ts'
import { createObjectsRouter } from '#sandbox/hubspot/api/objects-router.ts'
import { createPropertiesRouter } from '#sandbox/hubspot/api/properties-router.ts'
import { propertyLimitsHandler } from '#sandbox/hubspot/api/property-limits.ts'
import type { Tier } from '#sandbox/hubspot/api/rate-limit.ts'
import { addRecordAssociationRoutes } from '#sandbox/hubspot/api/record-associations.ts'
import { subscriptionStatusesHandler } from '#sandbox/hubspot/api/subscription-statuses.ts'
import type { Plant } from '#sandbox/seed/plant.ts'
import type { Population } from '#sandbox/seed/population.ts'

const DATED = ['2026-03', '2026-09'] as const
const dated = (path: (version: string) => string) => DATED.map(path)

/** Every API under all the paths it has: dated ones and those the official client still uses. */
export function mountApi(
  app: Express,
  context: ApiContext,
  setting: { population: Population; timeZone: string; plant: Plant; tier: Tier },
): void {
  app.use(
    [...dated((version) => `/crm/objects/${version}`), '/crm/v3/objects'],
    createObjectsRouter(context),
  )
  // Version 4 of the objects API knows associations only.
  const associations = Router()
  addRecordAssociationRoutes(associations, context)
  app.use('/crm/v4/objects', associations)
  app.use(
    [...dated((version) => `/crm/properties/${version}`), '/crm/v3/properties'],
    createPropertiesRouter(context),
  )
  app.use(
    [...dated((version) => `/crm/associations/${version}`), '/crm/v4/associations'],
    createAssociationsRouter(context),
  )
  app.get(
    [...dated((version) => `/account-info/${version}/details`), '/account-info/v3/details'],
    context.route('account', accountHandler(context, setting.timeZone)),
  )
  app.use(
    [...dated((version) => `/crm/imports/${version}`), '/crm/v3/imports'],
    createImportsRouter(context),
  )
  app.get(
    dated((version) => `/crm/limits/${version}/custom-properties`),
    context.route('properties', propertyLimitsHandler(context)),
  )
  const forms = createForms(setting.population, setting.plant)
  app.get(
    ['/marketing/v3/forms', '/marketing/forms/2026-09-beta'],
    context.route('forms', formListHandler(forms, setting.population)),
  )
  app.get(
    '/form-integrations/v1/submissions/forms/:guid',
    context.route('forms', submissionsHandler(forms)),
  )
  const events = marketingEventHandlers(context, setting.population)
  app.get(
    dated((version) => `/marketing/marketing-events/${version}`),
    events.list,
  )
  app.get(
    dated((version) => `/marketing/marketing-events/${version}/participations/:id/breakdown`),
    events.breakdown,
  )
  app.get(
    dated((version) => `/events/event-occurrences/${version}`),
    context.route('event-occurrences', occurrencesHandler(context, setting.tier)),
  )
  app.post(
    dated((version) => `/communication-preferences/${version}/statuses/batch/read`),
    context.route('subscriptions', subscriptionStatusesHandler(context, setting.tier)),
  )
}
