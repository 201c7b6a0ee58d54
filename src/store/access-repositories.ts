/** What somebody may do through the API; the order and what each includes is the API's own. */
export type AccessRole = 'viewer' | 'editor' | 'approver' | 'admin'

/** A token as it is kept: whoever has the database cannot use it, for its secret stands nowhere. */
export interface AccessToken {
  /** Unique for ever, also after it was revoked: the ledger names who did something by it. */
  readonly name: string
  readonly role: AccessRole
  readonly createdBy: string
  readonly createdAt: number
  /** To the minute; `undefined`: never. */
  readonly lastUsedAt: number | undefined
  readonly revokedAt: number | undefined
}

/** A browser that signed in with a token, and may do what the token may for as long as it may. */
interface AccessSession {
  readonly tokenHash: Uint8Array
  readonly expiresAt: number
}

/**
 * Who may use the API. Secrets come here as their SHA-256 only. Every change is one transaction with
 * its ledger entry: `token-created`, `token-revoked`, `session-started`, `session-ended`.
 */
export interface AccessRepository {
  /** Throws PermanentError `token-name-invalid` or `token-name-taken`. */
  createToken(
    token: Pick<AccessToken, 'name' | 'role'> & { readonly hash: Uint8Array; readonly by: string },
  ): Promise<AccessToken>
  /** Ends its sessions too. Throws PermanentError `token-unknown`. */
  revokeToken(name: string, by: string): Promise<AccessToken>
  /** By name, revoked ones included. */
  listTokens(): Promise<readonly AccessToken[]>
  /** Notes that it was used; `undefined` when there is none of this hash, or it was revoked. */
  useToken(hash: Uint8Array): Promise<AccessToken | undefined>
  /** Forgets sessions that ended meanwhile. */
  startSession(session: AccessSession & { readonly hash: Uint8Array; by: string }): Promise<void>
  /** `undefined` when there is none, or its time is over. */
  findSession(hash: Uint8Array): Promise<AccessSession | undefined>
  endSession(hash: Uint8Array, by: string): Promise<void>
}
