import express, { type RequestHandler } from 'express'

/**
 * Signatures are made over bytes, so webhooks keep the body as it came. Larger bodies answer 413,
 * compressed ones 415: neither CRM compresses, and a small body could unpack to a large one.
 */
export function rawBody(limit: string): RequestHandler {
  return express.raw({ type: () => true, limit, inflate: false })
}

/** An absent body leaves no Buffer behind. */
export function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}
