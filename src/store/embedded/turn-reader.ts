/** What a client's bytes ask for. A turn is whole: nothing of another client may come in between. */
export type ClientRequest =
  | { readonly kind: 'turn'; readonly bytes: Buffer }
  | { readonly kind: 'decline-encryption' }
  | { readonly kind: 'end' }

const PROTOCOL_3 = 196_608
const SSL_REQUEST = 80_877_103
const GSS_REQUEST = 80_877_104
/** Sync, simple Query and FunctionCall: after these the server says ReadyForQuery. */
const LAST_OF_TURN = new Set(['S', 'Q', 'F'].map((type) => type.charCodeAt(0)))
/** Length and code; a message's length counts itself. */
const START_UP_BYTES = 8
const LENGTH_BYTES = 4
const TERMINATE = 'X'.charCodeAt(0)

/**
 * Cuts a client's bytes into turns, following "Message Formats" in the PostgreSQL manual: the start-up
 * packet, then everything up to and with the message that makes the server ready again. Keeps what is
 * not whole yet.
 */
export function createTurnReader(): (chunk: Buffer) => readonly ClientRequest[] {
  let started = false
  let rest: Buffer = Buffer.alloc(0)
  let scanned = 0
  let ended = false

  function next(): ClientRequest | undefined {
    if (ended) return undefined
    if (!started) return nextStartUp()
    while (rest.length >= scanned + 5) {
      const type = rest.readUInt8(scanned)
      const length = rest.readInt32BE(scanned + 1)
      const end = scanned + 1 + length
      if (type === TERMINATE || length < LENGTH_BYTES) return { kind: 'end' }
      if (rest.length < end) return undefined
      scanned = end
      if (LAST_OF_TURN.has(type)) return { kind: 'turn', bytes: take(end) }
    }
    return undefined
  }

  function nextStartUp(): ClientRequest | undefined {
    if (rest.length < START_UP_BYTES) return undefined
    const length = rest.readInt32BE(0)
    const code = rest.readInt32BE(4)
    if (length < START_UP_BYTES) return { kind: 'end' }
    if (rest.length < length) return undefined
    const bytes = take(length)
    if (code === SSL_REQUEST || code === GSS_REQUEST) return { kind: 'decline-encryption' }
    // A cancel request, or a protocol nobody here speaks.
    if (code !== PROTOCOL_3) return { kind: 'end' }
    started = true
    return { kind: 'turn', bytes }
  }

  function take(length: number): Buffer {
    const taken = rest.subarray(0, length)
    rest = rest.subarray(length)
    scanned = 0
    return taken
  }

  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const requests: ClientRequest[] = []
    for (let request = next(); request !== undefined; request = next()) {
      requests.push(request)
      ended = request.kind === 'end'
    }
    return requests
  }
}
