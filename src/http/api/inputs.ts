import { z } from 'zod'
import { CRMS } from '#src/ports.ts'

/** Parts of requests that several routes take. */
export const PortalParam = z.templateLiteral([
  z.enum(CRMS),
  ':',
  z.string().regex(/^[A-Za-z0-9]{1,40}$/),
])
export const OfPortal = z.strictObject({ portal: PortalParam })

/** As the CRMs number records. */
export const RecordId = z.string().regex(/^[A-Za-z0-9]{1,40}$/)
export const RecordObjectParam = z.enum(['contact', 'lead', 'company'])
export const OfRecord = z.strictObject({
  portal: PortalParam,
  object: RecordObjectParam,
  id: RecordId,
})

/** Versions and runs; what Postgres holds as an integer. */
const MOST = 2_147_483_647
export const Counted = z
  .string()
  .regex(/^[1-9]\d{0,9}$/)
  .transform(Number)
  .pipe(z.number().max(MOST))

/** Newest first, so a page goes on below the last number. */
export const NumberPlace = z.strictObject({ before: z.int().min(1).max(MOST) })

/** Of parked work, as the CRMs and we name reasons. */
export const ReasonCode = z.string().regex(/^[A-Za-z][A-Za-z0-9_.:/-]{0,119}$/)
