import express, { type Request, type RequestHandler, type Response } from 'express'
import { PermanentError } from '#src/errors.ts'

/**
 * Reads a JSON body of at most so many bytes. A form of another site cannot send this type unasked, and
 * compressed bodies are refused, because a small one could unpack to a large one.
 */
export function createBodyReader(
  limit: number,
): (request: Request, response: Response) => Promise<void> {
  const parse: RequestHandler = express.json({ limit, inflate: false, type: 'application/json' })
  return async (request, response) => {
    if (Number(request.get('content-length') ?? 0) > limit) throw tooLarge()
    if (hasBody(request) && request.is('application/json') === false) throw wrongType()
    await new Promise<void>((resolve, reject) => {
      void parse(request, response, (error?: unknown) => {
        if (error === undefined) resolve()
        else reject(error as Error)
      })
    })
  }
}

function hasBody(request: Request): boolean {
  const length = Number(request.get('content-length') ?? 0)
  return request.get('transfer-encoding') !== undefined || length > 0
}

function tooLarge(): PermanentError {
  return new PermanentError(
    'body-too-large',
    'The body is larger than this route takes.',
    'docs/guides/api.md tells how much each route takes.',
  )
}

function wrongType(): PermanentError {
  return new PermanentError(
    'body-type-refused',
    'The body is not declared as JSON.',
    'Send it as application/json.',
  )
}
