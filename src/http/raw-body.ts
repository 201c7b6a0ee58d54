import express, { type RequestHandler } from 'express'

/** Signatures are made over bytes, so webhooks keep the body as it came; larger bodies answer 413. */
export function rawBody(limit: string): RequestHandler {
  return express.raw({ type: () => true, limit })
}

/** An absent body leaves no Buffer behind. */
export function bytesOf(body: unknown): Buffer {
  return Buffer.isBuffer(body) ? body : Buffer.alloc(0)
}
