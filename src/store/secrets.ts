import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { PermanentError } from '../errors.ts'

const KEY_BYTES = 32
const ID_BYTES = 6
const IV_BYTES = 12
const TAG_BYTES = 16
const HEADER_BYTES = ID_BYTES + IV_BYTES + TAG_BYTES

interface SecretKey {
  /** Told from the key itself, so that it survives any reordering of the configuration. */
  readonly id: string
  readonly bytes: Buffer
}

/** The first key encrypts, every key decrypts. */
export interface Keyring {
  readonly newest: SecretKey
  readonly all: readonly SecretKey[]
}

/**
 * Reads base64 keys of 32 bytes, comma-separated, newest first. Throws PermanentError
 * `secret-key-invalid`, which never quotes the key.
 */
export function createKeyring(base64Keys: string): Keyring {
  const all = base64Keys.split(',').map((text, index) => readKey(text.trim(), index + 1))
  const newest = all[0]
  if (newest === undefined) throw invalidKey(1)
  return { newest, all }
}

function readKey(text: string, place: number): SecretKey {
  const bytes = Buffer.from(text, 'base64')
  const canonical = bytes.toString('base64').replace(/=+$/, '')
  const wellFormed = canonical === text.replace(/=+$/, '')
  if (!wellFormed || bytes.length !== KEY_BYTES) throw invalidKey(place)
  const id = createHash('sha256').update(bytes).digest('hex')
  return { id: id.slice(0, ID_BYTES * 2), bytes }
}

function invalidKey(place: number): PermanentError {
  return new PermanentError(
    'secret-key-invalid',
    `LEADWELL_SECRET_KEY: key ${place} is not 32 bytes in base64.`,
    'Make one with: openssl rand -base64 32',
  )
}

/** Key id, IV, tag and ciphertext of AES-256-GCM in one buffer, bound to `owner`. */
export function sealSecret({ newest }: Keyring, owner: string, secret: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', newest.bytes, iv)
  cipher.setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from(newest.id, 'hex'), iv, cipher.getAuthTag(), sealed])
}

/** Throws PermanentError `secret-key-wrong` when no key of the ring opens it for this owner. */
export function openSecret({ all }: Keyring, owner: string, sealed: Buffer): string {
  const id = sealed.toString('hex', 0, ID_BYTES)
  const key = all.find((candidate) => candidate.id === id)
  if (key === undefined || sealed.length < HEADER_BYTES) throw wrongKey(owner)
  const iv = sealed.subarray(ID_BYTES, ID_BYTES + IV_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key.bytes, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(owner))
  decipher.setAuthTag(sealed.subarray(ID_BYTES + IV_BYTES, HEADER_BYTES))
  try {
    return (
      decipher.update(sealed.subarray(HEADER_BYTES), undefined, 'utf8') + decipher.final('utf8')
    )
  } catch {
    // GCM names no cause: altered bytes, another owner or a damaged tag look the same.
    throw wrongKey(owner)
  }
}

function wrongKey(owner: string): PermanentError {
  return new PermanentError(
    'secret-key-wrong',
    `The credentials of ${owner} open with none of the configured keys.`,
    'Put the key they were saved with into LEADWELL_SECRET_KEY (after the newest, comma-separated), or connect the portal again.',
  )
}

/** Whether the newest key sealed it; says nothing of whether it opens. */
export function isSealedByNewest({ newest }: Keyring, sealed: Buffer): boolean {
  return sealed.toString('hex', 0, ID_BYTES) === newest.id
}
