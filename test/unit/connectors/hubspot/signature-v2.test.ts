import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  parseWorkflowActionCall,
  type RequestSignedV2,
  signatureV2Of,
  verifySignatureV2,
} from '#connectors/hubspot/signature-v2.ts'

const SECRET = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy'
const URI = 'https://www.example.com/webhook_uri'

function signed(changes: Partial<RequestSignedV2> = {}): RequestSignedV2 {
  const request = {
    method: 'POST',
    uri: URI,
    rawBody: Buffer.from('{"example_field":"example_value"}'),
    secret: SECRET,
  }
  return { ...request, signature: signatureV2Of(request), version: 'v2', ...changes }
}

describe('version 2 signatures', () => {
  it.each([
    ['GET', '', 'eee2dddcc73c94d699f5e395f4b9d454a069a6855fbfa152e91e88823087200e'],
    [
      'POST',
      '{"example_field":"example_value"}',
      '9569219f8ba981ffa6f6f16aa0f48637d35d728c7e4d93d0d52efaa512af7900',
    ],
  ])("are those of HubSpot's own examples (%s)", (method, body, signature) => {
    const request = signed({ method, rawBody: Buffer.from(body), signature })

    expect(verifySignatureV2(request)).toBe('valid')
  })

  it('are read in either letter case, the version too', () => {
    const { signature } = signed()

    expect(verifySignatureV2(signed({ signature: signature?.toUpperCase() }))).toBe('valid')
    expect(verifySignatureV2(signed({ version: 'V2' }))).toBe('valid')
  })

  it.each([
    ['another body', { rawBody: Buffer.from('{}') }],
    ['another address', { uri: `${URI}?x=1` }],
    ['another method', { method: 'PUT' }],
    ['another secret', { secret: 'other' }],
    ['no version', { version: undefined }],
    ['the older version', { version: 'v1' }],
    ['something that is no hash', { signature: 'zz' }],
    ['something as long as a hash', { signature: 'z'.repeat(64) }],
  ])('are wrong with %s', (_, changes) => {
    expect(verifySignatureV2(signed(changes))).toBe('wrong')
  })

  it.each([[undefined], ['']])('are missing when the header is %j', (signature) => {
    expect(verifySignatureV2(signed({ signature }))).toBe('missing')
  })

  it('of version 1, over the same body, do not pass for version 2', () => {
    const { rawBody } = signed()
    const signature = createHash('sha256').update(SECRET).update(rawBody).digest('hex')

    expect(verifySignatureV2(signed({ signature }))).toBe('wrong')
  })

  it('hold for any bytes and break with any one of them changed', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (bytes, at, by) => {
          const rawBody = Buffer.from(bytes)
          const request = signed({ rawBody })
          const signature = signatureV2Of(request)
          const index = at % rawBody.length
          const altered = Buffer.from(rawBody)
          altered[index] = (altered[index] ?? 0) ^ by

          expect(verifySignatureV2({ ...request, signature })).toBe('valid')
          expect(verifySignatureV2({ ...request, rawBody: altered, signature })).toBe('wrong')
        },
      ),
    )
  })
})

describe('the body of a workflow action', () => {
  const CALL = {
    callbackId: 'ap-145484877-403081688006-1-0',
    origin: { portalId: 145484877, actionDefinitionId: 77899621, actionDefinitionVersion: 1 },
    context: { source: 'WORKFLOWS', workflowId: 1567555043 },
    object: { objectId: 449338116800, objectType: 'CONTACT', properties: { email: 'a@b.c' } },
    inputFields: {},
  }
  const parse = (call: unknown) => parseWorkflowActionCall(Buffer.from(JSON.stringify(call)))

  it('gives the portal and the contact, and nothing else of it', () => {
    expect(parse(CALL)).toEqual({
      portalId: 'hubspot:145484877',
      ref: { object: 'contact', id: '449338116800' },
    })
  })

  it('gives no record for an object that is not scored', () => {
    expect(parse({ ...CALL, object: { objectId: 1, objectType: 'DEAL' } }).ref).toBeUndefined()
  })

  it.each([
    ['without a portal', JSON.stringify({ object: CALL.object })],
    ['without a record', JSON.stringify({ origin: CALL.origin })],
    ['that is a list', '[]'],
    ['carried on after its end', `${JSON.stringify(CALL)}\u0080\0\0{"more":1}`],
    ['that is empty', ''],
  ])('%s is malformed', (_, body) => {
    expect(() => parseWorkflowActionCall(Buffer.from(body))).toThrow(
      expect.objectContaining({ code: 'webhook-malformed' }),
    )
  })
})
