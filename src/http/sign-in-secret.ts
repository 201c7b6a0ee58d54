import { createHash, randomBytes } from 'node:crypto'

/** Told by its start from other secrets, by people and by scanners of repositories. */
const PREFIX = 'lw_'
const MADE = /^lw_[A-Za-z0-9_-]{43}$/

/** A secret of 256 random bits: nobody guesses it, so its plain SHA-256 is enough to keep. */
export function makeSecret(): string {
  return `${PREFIX}${randomBytes(32).toString('base64url')}`
}

/** Whether guessing it is out of the question; what somebody thought up is not. */
export function isMadeSecret(secret: string): boolean {
  return MADE.test(secret)
}

/** What is kept and compared. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
