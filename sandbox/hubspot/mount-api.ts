import { type Express, Router } from 'express'
import { accountHandler } from '#sandbox/hubspot/api/account.ts'
import type { ApiContext } from '#sandbox/hubspot/api/api-context.ts'
import { createAssociationsRouter } from '#sandbox/hubspot/api/associations-router.ts'
import { createForms, formListHandler, submissionsHandler } from '#sandbox/hubspot/api/forms.ts'
import { createObjectsRouter } from '#sandbox/hubspot/api/objects-router.ts'
import { createPropertiesRouter } from '#sandbox/hubspot/api/properties-router.ts'
import { addRecordAssociationRoutes } from '#sandbox/hubspot/api/record-associations.ts'
import type { Population } from '#sandbox/seed/population.ts'

const DATED = ['2026-03', '2026-09'] as const
const dated = (path: (version: string) => string) => DATED.map(path)

/** Every API under all the paths it has: dated ones and those the official client still uses. */
export function mountApi(
  app: Express,
  context: ApiContext,
  setting: { population: Population; timeZone: string },
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
  const forms = createForms(setting.population)
  app.get(
    ['/marketing/v3/forms', '/marketing/forms/2026-09-beta'],
    context.route('forms', formListHandler(forms, setting.population)),
  )
  app.get(
    '/form-integrations/v1/submissions/forms/:guid',
    context.route('forms', submissionsHandler(forms)),
  )
}
