import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Intent, RecordRef } from '../ports.ts'
import { recordKey } from '../record-key.ts'
import { canonicalJson } from './canonical-json.ts'

/** 16 bytes: two of a billion records share a name with a chance below 10^-20. */
const BYTES = 16

/**
 * How a record is named where its id must not stand: 22 characters that only who knows the portal's
 * salt can tell from those of another. The database makes the same ones (migration 0003).
 */
export function recordHash(salt: Uint8Array, ref: RecordRef): string {
  return salted(salt, recordKey(ref))
}

/** Names exactly these values; `scoredAt` is left out, as it is when intents are compared. */
export function valuesDigest(salt: Uint8Array, values: Intent['values']): string {
  return salted(salt, `values:${canonicalJson({ ...values, scoredAt: undefined })}`)
}

function salted(salt: Uint8Array, text: string): string {
  const mac = createHmac('sha256', keyOf(salt)).update(text).digest()
  return mac.subarray(0, BYTES).toString('base64url')
}

/** Made of bytes anew for every text, a key costs four times what hashing does. */
const keys = new WeakMap<Uint8Array, KeyObject>()

function keyOf(salt: Uint8Array): KeyObject {
  const known = keys.get(salt)
  if (known !== undefined) return known
  const key = createSecretKey(salt)
  keys.set(salt, key)
  return key
}
