import { z } from 'zod'
import type { VendorError } from './errors.ts'

const CODE = /^[A-Za-z][A-Za-z0-9_]{1,79}$/
/** A SOAP fault of the Metadata API: `<faultcode>sf:INVALID_SESSION_ID</faultcode>`. */
const FAULT = /<faultcode>\s*(?:[\w.-]+:)?(\w+)\s*<\/faultcode>/

const RestError = z.looseObject({
  errorCode: z.string().optional(),
  statusCode: z.string().optional(),
  error: z.string().optional(),
  message: z.string().optional(),
})

/** The errors in a body, whichever way it words them: REST list, collections, OAuth or SOAP fault. */
export function errorsIn(body: string): readonly VendorError[] {
  const fault = FAULT.exec(body)?.[1]
  if (fault !== undefined) return [{ code: fault, message: '', fault: true }]
  try {
    return vendorErrors(JSON.parse(body))
  } catch {
    return []
  }
}

/** The same of a body already parsed. Codes only of a code's shape: they end in logs. */
export function vendorErrors(body: unknown): readonly VendorError[] {
  const list: readonly unknown[] = Array.isArray(body) ? body : [body]
  return list.flatMap((entry) => {
    const parsed = RestError.safeParse(entry)
    if (!parsed.success) return []
    const { errorCode, statusCode, error, message } = parsed.data
    const code = errorCode ?? statusCode ?? error
    return code !== undefined && CODE.test(code) ? [{ code, message: message ?? '' }] : []
  })
}
