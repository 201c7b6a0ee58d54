import { XMLParser } from 'fast-xml-parser'

const TIMEOUT_MS = 10_000
const parser = new XMLParser({ removeNSPrefix: true })

/** Posts one envelope; true only when the listener answered 200 with Ack true. */
export async function postNotifications(url: string, envelope: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: '""' },
      body: envelope,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const answer = await response.text()
    return response.status === 200 && isAck(answer)
  } catch {
    // Unreachable is the same as not acknowledged: the message is sent again.
    return false
  }
}

function isAck(xml: string): boolean {
  const parsed: unknown = parser.parse(xml)
  let node = parsed
  for (const name of ['Envelope', 'Body', 'notificationsResponse', 'Ack']) {
    node = typeof node === 'object' && node !== null ? Reflect.get(node, name) : undefined
  }
  return node === true
}
