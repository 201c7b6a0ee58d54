import { describe, expect, it } from 'vitest'
import { createTurnstile, type Session } from '#src/store/embedded/turnstile.ts'

const text = (words: string): Uint8Array => Buffer.from(words)

/** A session that notes what ran; `begin` opens a transaction and `commit` or a rollback ends it. */
function fakeSession(): Session & { readonly ran: string[] } {
  const ran: string[] = []
  let open = false
  return {
    ran,
    run: async (turn) => {
      const words = Buffer.from(turn).toString()
      await Promise.resolve()
      if (words === 'break') throw new Error('broken')
      if (words === 'begin') open = true
      if (words === 'commit' || words.includes('rollback')) open = false
      ran.push(words.replaceAll(/[^\w ]|^Q/g, '').trim())
    },
    inTransaction: () => open,
  }
}

const nothing = (): void => undefined

describe('sharing one database session', () => {
  it('runs the turns of all clients in the order they came', async () => {
    const session = fakeSession()
    const turnstile = createTurnstile(session)
    const [a, b] = [Symbol('a'), Symbol('b')]

    await Promise.all([
      turnstile.pass(a, text('one'), nothing),
      turnstile.pass(b, text('two'), nothing),
      turnstile.pass(a, text('three'), nothing),
    ])

    expect(session.ran).toEqual(['one', 'two', 'three'])
  })

  it('keeps everybody else waiting while a transaction is open', async () => {
    const session = fakeSession()
    const turnstile = createTurnstile(session)
    const [a, b] = [Symbol('a'), Symbol('b')]

    const first = turnstile.pass(a, text('begin'), nothing)
    const other = turnstile.pass(b, text('other'), nothing)
    await first
    await turnstile.pass(a, text('change'), nothing)
    await turnstile.pass(a, text('commit'), nothing)
    await other

    expect(session.ran).toEqual(['begin', 'change', 'commit', 'other'])
  })

  it('rolls back for a client that left and lets the others go on', async () => {
    const session = fakeSession()
    const turnstile = createTurnstile(session)
    const [a, b] = [Symbol('a'), Symbol('b')]
    await turnstile.pass(a, text('begin'), nothing)
    const other = turnstile.pass(b, text('other'), nothing)

    await turnstile.leave(a)
    await other

    expect(session.ran).toEqual(['begin', 'rollback', 'other'])
  })

  it('drops what a client that left was still waiting for', async () => {
    const session = fakeSession()
    const turnstile = createTurnstile(session)
    const [a, b] = [Symbol('a'), Symbol('b')]

    const turns = [
      turnstile.pass(a, text('one'), nothing),
      turnstile.pass(b, text('never'), nothing),
      turnstile.leave(b),
    ]
    await Promise.all(turns)

    expect(session.ran).toEqual(['one', 'rollback'])
  })

  it('tells the client of a turn that broke and serves the next', async () => {
    const session = fakeSession()
    const turnstile = createTurnstile(session)
    const a = Symbol('a')

    const broken = turnstile.pass(a, text('break'), nothing)
    const next = turnstile.pass(a, text('next'), nothing)

    await expect(broken).rejects.toThrow('broken')
    await next
    expect(session.ran).toEqual(['next'])
  })
})
