import { XMLBuilder } from 'fast-xml-parser'

export const METADATA_NAMESPACE = 'http://soap.sforce.com/2006/04/metadata'

const builder = new XMLBuilder({
  ignoreAttributes: false,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
})

/** A SOAP envelope around a body written in fast-xml-parser's object form. */
export function wrapSoapBody(body: object): string {
  const xml: unknown = builder.build({
    'soapenv:Envelope': {
      '@_xmlns:soapenv': 'http://schemas.xmlsoap.org/soap/envelope/',
      '@_xmlns:sf': METADATA_NAMESPACE,
      '@_xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'soapenv:Body': body,
    },
  })
  return `<?xml version="1.0" encoding="UTF-8"?>${String(xml)}`
}

/** A SOAP fault with the platform's error code as `sf:CODE`. */
export function soapFault(code: string, message: string): string {
  return wrapSoapBody({
    'soapenv:Fault': { faultcode: `sf:${code}`, faultstring: `${code}: ${message}` },
  })
}
