import { expect, it } from 'vitest'
import { checkRedis } from '#src/doctor/check-redis.ts'

const NOW = 1_760_000_000_000
const GOOD = { redis_version: '7.4.1', maxmemory_policy: 'noeviction', aof_enabled: '1' }

const redisSaying = (info: Readonly<Record<string, string>>, at = NOW) => ({
  info: async () => {
    const lines = Object.entries(info).map(([name, value]) => `${name}:${value}`)
    return `# Server\r\n${lines.join('\r\n')}\r\n`
  },
  time: async () => [Math.floor(at / 1_000), (at % 1_000) * 1_000],
})
const look = async (info: object, at?: number, isPrivate = false) =>
  await checkRedis(redisSaying({ ...GOOD, ...info }, at) as never, { now: () => NOW, isPrivate })

it('finds a Redis as it should be', async () => {
  const levels = (await look({})).map(({ check, level }) => [check, level])

  expect(levels).toEqual([
    ['version', 'ok'],
    ['eviction', 'ok'],
    ['persistence', 'ok'],
    ['clock', 'ok'],
  ])
})

it.each([
  [{ redis_version: '6.0.16' }, 'version', 'problem'],
  [{ redis_version: '5.9.0' }, 'version', 'problem'],
  [{ redis_version: '6.2.0' }, 'version', 'ok'],
  [{ maxmemory_policy: 'allkeys-lru' }, 'eviction', 'problem'],
  [{ aof_enabled: '0' }, 'persistence', 'note'],
])('says of %j that %s is a %s', async (info, check, level) => {
  const finding = (await look(info)).find((one) => one.check === check)

  expect(finding?.level).toBe(level)
  expect(finding?.todo === undefined).toBe(level === 'ok')
})

it('needs no persistence of the Redis it runs itself', async () => {
  const findings = await look({ aof_enabled: '0' }, NOW, true)

  expect(findings.every(({ level }) => level === 'ok')).toBe(true)
})

it('notices clocks that are apart', async () => {
  const clock = (await look({}, NOW + 90_000)).find(({ check }) => check === 'clock')

  expect(clock).toMatchObject({ level: 'problem', says: '90000 ms apart from ours' })
})

it('says what to do when Redis does not answer, and not what its address was', async () => {
  const info = async (): Promise<string> => {
    throw new Error('connect ECONNREFUSED redis://user:secret@10.0.0.1')
  }
  const findings = await checkRedis({ info, time: info } as never, {
    now: () => NOW,
    isPrivate: false,
  })

  expect(findings).toHaveLength(1)
  expect(findings[0]).toMatchObject({ level: 'problem' })
  expect(JSON.stringify(findings)).not.toContain('secret')
})
