import { expect, test } from 'vitest'
import { portalIn } from '#jobs/catalog.ts'
import { tellTrouble } from '#jobs/worker.ts'
import type { LogFields } from '#src/ports.ts'

function told(error: Error): readonly [string, LogFields | undefined] {
  const lines: [string, LogFields | undefined][] = []
  const log = { warn: (text: string, fields?: LogFields) => void lines.push([text, fields]) }
  const inHand = new Map([['12', { job: 'run', jobId: '12', portal: 'hubspot:1' }]])
  tellTrouble(log, error, inHand)
  return lines[0] ?? ['', undefined]
}

test('a lock that was not renewed is told as one, with its portal, and no connection is blamed', () => {
  expect(told(new Error('could not renew lock for job 12'))).toEqual([
    'job lost its lock',
    { job: 'run', jobId: '12', portal: 'hubspot:1', code: 'lock-lost' },
  ])
  expect(told(new Error('Missing lock for job 77. moveToFinished'))[1]).toMatchObject({
    jobId: '77',
  })
})

test('anything else that befalls the queue is told by its code', () => {
  const error = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })

  expect(told(error)).toEqual(['queue trouble', { code: 'ECONNREFUSED' }])
})

test('of a payload nothing but the id of a portal is told', () => {
  expect(portalIn({ portal: 'salesforce:00D1', email: 'a@b.c' })).toBe('salesforce:00D1')
  expect(portalIn({ portal: 'maria@example.com' })).toBeUndefined()
  expect(portalIn('hubspot:1')).toBeUndefined()
})
