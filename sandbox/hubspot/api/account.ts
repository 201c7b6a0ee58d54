import type { ApiContext, ApiHandler } from './api-context.ts'

/** Whose token it is; needs no scope. */
export function accountHandler({ state }: Pick<ApiContext, 'state'>, timeZone: string): ApiHandler {
  return () => ({
    status: 200,
    body: {
      portalId: state.portalId,
      accountType: 'STANDARD',
      timeZone,
      companyCurrency: 'USD',
      additionalCurrencies: [],
      utcOffset: '-05:00',
      utcOffsetMilliseconds: -18_000_000,
      uiDomain: 'app.hubspot.com',
      dataHostingLocation: 'na1',
    },
  })
}
