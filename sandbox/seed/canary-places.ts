import { HUBSPOT_PLACES } from '../hubspot/seed/plant-places.ts'
import { SALESFORCE_PLACES } from '../salesforce/seed/plant-places.ts'

/** Every place of both sandboxes that `plant` is asked about. */
export const CANARY_PLACES: readonly string[] = [...HUBSPOT_PLACES, ...SALESFORCE_PLACES]
