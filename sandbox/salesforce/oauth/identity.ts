import type { Org } from '../org.ts'

/** What the identity address and userinfo say of a user. */
export function identityOf(org: Org, userId: string, origin: string): Record<string, unknown> {
  const user = org.records.get('User', userId)
  return {
    id: `${origin}/id/${org.id}/${userId}`,
    asserted_user: true,
    user_id: userId,
    organization_id: org.id,
    username: user?.['Username'] ?? null,
    preferred_username: user?.['Username'] ?? null,
    display_name: user?.['Name'] ?? null,
    name: user?.['Name'] ?? null,
    email: user?.['Email'] ?? null,
    sub: `${origin}/id/${org.id}/${userId}`,
    active: true,
    user_type: 'STANDARD',
    zoneinfo: user?.['TimeZoneSidKey'] ?? null,
    timezone: user?.['TimeZoneSidKey'] ?? null,
    language: 'en_US',
    locale: 'en_US',
    urls: {
      rest: `${origin}/services/data/v{version}/`,
      sobjects: `${origin}/services/data/v{version}/sobjects/`,
      query: `${origin}/services/data/v{version}/query/`,
      metadata: `${origin}/services/Soap/m/{version}/${org.id.slice(0, 15)}`,
    },
  }
}
