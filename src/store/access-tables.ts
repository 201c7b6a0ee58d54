import type { AccessRole } from './access-repositories.ts'

export interface AccessTokenTable {
  name: string
  role: AccessRole
  hash: Buffer
  created_by: string
  created_at: number
  last_used_at: number | null
  revoked_at: number | null
}

export interface AccessSessionTable {
  hash: Buffer
  token_hash: Buffer
  expires_at: number
}
