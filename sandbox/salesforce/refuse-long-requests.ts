import type { RequestHandler } from 'express'

const MOST_BYTES = 16_384

/**
 * Salesforce Help, "Maximum number of rows returned by SOQL queries over the REST API": 414 when the
 * URI is longer than 16,384 bytes, 431 when URI and headers together are. Node itself answers 431 to
 * the latter unless the server was made with a larger `maxHeaderSize`.
 */
export const refuseLongRequests: RequestHandler = (request, response, next) => {
  const uri = Buffer.byteLength(request.originalUrl)
  const headers = request.rawHeaders.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0)
  if (uri > MOST_BYTES) response.status(414).type('html').send('URI Too Long')
  else if (uri + headers > MOST_BYTES) {
    response.status(431).type('html').send('Request Header Fields Too Large')
  } else next()
}
