/** The one session of the embedded database. `run` executes whole turns; it throws only when it is broken. */
export interface Session {
  run(turn: Uint8Array, onData: (bytes: Uint8Array) => void): Promise<void>
  inTransaction(): boolean
}

type Client = symbol

export interface Turnstile {
  /** Resolves when the turn has run. */
  pass(client: Client, turn: Uint8Array, onData: (bytes: Uint8Array) => void): Promise<void>
  /** Forgets what the client still waits for and rolls back what it left open. */
  leave(client: Client): Promise<void>
}

const ROLLBACK = simpleQuery('rollback')

/** A Query message with this statement. */
export function simpleQuery(statement: string): Uint8Array {
  const body = Buffer.from(`Q\0\0\0\0${statement}\0`)
  body.writeInt32BE(body.length - 1, 1)
  return body
}

interface Waiting {
  readonly client: Client
  readonly turn: Uint8Array
  readonly onData: (bytes: Uint8Array) => void
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

/**
 * Lets many clients share one session: one turn at a time in the order they came, and while a client
 * has a transaction open nobody but that client.
 */
export function createTurnstile(session: Session): Turnstile {
  let waiting: Waiting[] = []
  let holder: Client | undefined
  let running = false

  function takeNext(): Waiting | undefined {
    const index = holder === undefined ? 0 : waiting.findIndex(({ client }) => client === holder)
    return index === -1 ? undefined : waiting.splice(index, 1)[0]
  }

  async function runAll(): Promise<void> {
    if (running) return
    running = true
    for (let next = takeNext(); next !== undefined; next = takeNext()) {
      try {
        await session.run(next.turn, next.onData)
        holder = session.inTransaction() ? next.client : undefined
        next.resolve()
      } catch (error) {
        next.reject(error)
      }
    }
    running = false
  }

  function pass(
    client: Client,
    turn: Uint8Array,
    onData: (bytes: Uint8Array) => void,
  ): Promise<void> {
    return new Promise((resolve, reject) => {
      waiting.push({ client, turn, onData, resolve, reject })
      void runAll()
    })
  }

  return {
    pass,
    leave: (client) => {
      for (const dropped of waiting.filter((turn) => turn.client === client)) dropped.resolve()
      waiting = waiting.filter((turn) => turn.client !== client)
      // Its last turn may be running and may open a transaction; a rollback too many is harmless.
      return pass(client, ROLLBACK, () => undefined)
    },
  }
}
