import express from 'express'
import { describe, expect, it, onTestFinished } from 'vitest'
import { listen } from '#sandbox/listen.ts'

describe('listening', () => {
  it('names the port another process has', async () => {
    const first = await listen(express(), 0)
    onTestFinished(() => first.close())

    const second = listen(express(), first.port)

    await expect(second).rejects.toMatchObject({
      code: 'port-taken',
      message: `port ${first.port} is taken`,
    })
  })

  it('ends connections kept alive when it closes', async () => {
    const listener = await listen(express(), 0)
    await (await fetch(listener.url)).text()

    await listener.close()

    await expect(fetch(listener.url)).rejects.toThrow('fetch failed')
  })
})
