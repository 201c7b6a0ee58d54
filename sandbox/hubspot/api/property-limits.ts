import { COMPANIES, CONTACTS, DEALS } from '#sandbox/hubspot/portal/object-types.ts'
import type { ApiContext, ApiHandler } from './api-context.ts'

const PER_TYPE = 1_000

/** How many custom properties there are and may be ("Limits tracking"). */
export function propertyLimitsHandler({ state }: Pick<ApiContext, 'state'>): ApiHandler {
  return () => {
    const byObjectType = [CONTACTS, COMPANIES, DEALS].map((type) => {
      const usage = [...state.properties(type).values()].filter(
        ({ hubspotDefined, archived }) => !hubspotDefined && !archived,
      ).length
      return {
        objectTypeId: type.id,
        singularLabel: type.singular,
        pluralLabel: type.name,
        limit: PER_TYPE,
        usage,
        percentage: usage / PER_TYPE,
      }
    })
    const overallUsage = byObjectType.reduce((sum, { usage }) => sum + usage, 0)
    const overallLimit = PER_TYPE * byObjectType.length
    const overallPercentage = overallUsage / overallLimit
    return { status: 200, body: { byObjectType, overallLimit, overallUsage, overallPercentage } }
  }
}
