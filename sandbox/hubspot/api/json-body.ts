import type { IncomingMessage } from 'node:http'
import express, { type RequestHandler } from 'express'

const lengths = new WeakMap<IncomingMessage, number>()

/** Parses JSON bodies and remembers how long they were. */
export function jsonBody(): RequestHandler {
  return express.json({
    limit: '10mb',
    verify: (request, _response, bytes) => {
      lengths.set(request, bytes.toString('utf8').length)
    },
  })
}

/** In characters; 0 without a body. */
export function bodyLength(request: IncomingMessage): number {
  return lengths.get(request) ?? 0
}
