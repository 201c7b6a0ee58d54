import { z } from 'zod'
import { TransientError } from '#src/errors.ts'
import { toLongId } from '../schema/record-id.ts'
import { USER_INFO } from '../transport/paths.ts'
import { parseBody, type SalesforceTransport } from '../transport/transport.ts'

const ORGANISATION_PREFIX = '00D'

const UserInfo = z.object({
  organization_id: z.string().optional(),
  user_id: z.string().optional(),
})
export type UserInfo = z.infer<typeof UserInfo>

/** Id of the user we act as; `undefined` when Salesforce does not say. */
export async function readUserId(transport: SalesforceTransport): Promise<string | undefined> {
  const { identityUrl } = await transport.token()
  const named = toLongId(identityUrl?.split('/').at(-1))
  return named ?? toLongId((await readUserInfo(transport)).user_id)
}

/** Who the token belongs to; empty where the app may not ask. */
export async function readUserInfo(transport: SalesforceTransport): Promise<UserInfo> {
  try {
    return await transport.request({ method: 'GET', path: USER_INFO }, (body) =>
      parseBody(UserInfo, body, `GET ${USER_INFO}`),
    )
  } catch (error) {
    if (error instanceof TransientError) throw error
    return {}
  }
}

/** The organisation's id from an identity URL, `…/id/<organisation>/<user>`, or from an id alone. */
export function organisationIn(text: string | undefined): string | undefined {
  return toLongId(text?.split('/').findLast((part) => part.startsWith(ORGANISATION_PREFIX)))
}
