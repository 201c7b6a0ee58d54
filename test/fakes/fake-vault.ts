import type { AccessToken, TokenVault } from '#src/connector-port.ts'

/** A vault of one process: keeps the last token, and lets who comes meanwhile wait for the same. */
export function createFakeVault(now: () => number): TokenVault {
  let held: AccessToken | undefined
  let pending: Promise<AccessToken> | undefined
  return {
    take: async (refused, renew) => {
      if (held !== undefined && held.expiresAt > now() && held.value !== refused) return held
      pending ??= renew().finally(() => {
        pending = undefined
      })
      held = await pending
      return held
    },
  }
}
