import { setImmediate as later } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createLog, withLogFields } from '#src/log.ts'
import type { Log } from '#src/ports.ts'

function capture(): { log: Log; lines: () => readonly unknown[] } {
  const lines: string[] = []
  const log = createLog({
    level: 'info',
    destination: { write: (line: string) => void lines.push(line) },
  })
  return { log, lines: () => lines.map((line) => JSON.parse(line) as unknown) }
}

describe('log lines of a job', () => {
  it('carry the job they belong to, however deep they are written', async () => {
    const { log, lines } = capture()
    const work = async (): Promise<void> => {
      await later()
      log.with({ portal: 'hubspot:1' }).info('read')
    }

    await Promise.all([
      withLogFields({ job: 'refresh-records', jobId: '7' }, work),
      withLogFields({ job: 'write-intents', jobId: '8' }, work),
    ])

    const read = { msg: 'read', portal: 'hubspot:1' }
    expect(lines()).toEqual([
      expect.objectContaining({ ...read, job: 'refresh-records', jobId: '7' }),
      expect.objectContaining({ ...read, job: 'write-intents', jobId: '8' }),
    ])
  })

  it('add up, the inner ones first, and end with the work', () => {
    const { log, lines } = capture()

    withLogFields({ job: 'run', portal: 'hubspot:1' }, () =>
      withLogFields({ run: 3, portal: 'hubspot:2' }, () => log.info('inside')),
    )
    log.info('outside')

    const [inside, outside] = lines()
    expect(inside).toMatchObject({ job: 'run', run: 3, portal: 'hubspot:2' })
    expect(outside).not.toHaveProperty('job')
  })

  it('drop what is not fit for a log', () => {
    const { log, lines } = capture()

    withLogFields({ jobId: 'maria@example.com' }, () => log.info('inside'))

    expect(lines()).toEqual([expect.objectContaining({ jobId: '[dropped]' })])
  })
})
