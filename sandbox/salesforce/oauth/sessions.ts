export type SessionEntry =
  | {
      readonly kind: 'session'
      readonly token: string
      readonly userId: string
      readonly expiresAt: number
    }
  | { readonly kind: 'refresh-token'; readonly token: string; readonly userId: string }
  | { readonly kind: 'token-ended'; readonly token: string }

/** Access and refresh tokens. What ended stays ended after a restart. */
export interface Sessions {
  open(userId: string): string
  /** Whose token it is; `undefined` when it is unknown, ended or out of time. */
  userOf(token: string): string | undefined
  grantRefresh(userId: string): string
  /** Uses a refresh token up and returns whose it was. */
  useRefresh(token: string): string | undefined
  end(token: string): void
  /** Ends every access token: what an admin's session revocation does. */
  expireAll(): void
  restore(entry: SessionEntry): void
}

const ACCESS_TOKEN_MS = 2 * 3_600_000

/** Tokens that live by the clock given; `append` hears of each. */
export function createSessions(deps: {
  readonly orgId: string
  readonly now: () => number
  readonly random: () => number
  readonly append: (entry: SessionEntry) => void
}): Sessions {
  const access = new Map<string, { readonly userId: string; readonly expiresAt: number }>()
  const refresh = new Map<string, string>()

  function restore(entry: SessionEntry): void {
    if (entry.kind === 'session') access.set(entry.token, entry)
    else if (entry.kind === 'refresh-token') refresh.set(entry.token, entry.userId)
    else {
      access.delete(entry.token)
      refresh.delete(entry.token)
    }
  }

  function keep(entry: SessionEntry): void {
    deps.append(entry)
    restore(entry)
  }

  const secret = (): string =>
    Array.from({ length: 8 }, () => Math.floor(deps.random() * 2 ** 32).toString(36)).join('')

  return {
    restore,
    open(userId) {
      const token = `${deps.orgId.slice(0, 15)}!${secret()}`
      keep({ kind: 'session', token, userId, expiresAt: deps.now() + ACCESS_TOKEN_MS })
      return token
    },
    userOf(token) {
      const session = access.get(token)
      return session !== undefined && session.expiresAt > deps.now() ? session.userId : undefined
    },
    grantRefresh(userId) {
      const token = `5Aep861${secret()}`
      keep({ kind: 'refresh-token', token, userId })
      return token
    },
    useRefresh(token) {
      const userId = refresh.get(token)
      if (userId !== undefined) keep({ kind: 'token-ended', token })
      return userId
    },
    end: (token) => keep({ kind: 'token-ended', token }),
    expireAll() {
      for (const token of access.keys()) keep({ kind: 'token-ended', token })
    },
  }
}
