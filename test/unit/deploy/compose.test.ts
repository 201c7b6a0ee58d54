import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readConfig } from '#src/config.ts'

const Service = z.object({
  image: z.string().optional(),
  command: z.array(z.string()).default([]),
  environment: z.record(z.string(), z.string()).default({}),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  ports: z.array(z.string()).default([]),
  deploy: z.object({ replicas: z.number() }).optional(),
})
const { services } = z
  .object({
    services: z.object({ web: Service, worker: Service, postgres: Service, redis: Service }),
  })
  .parse(parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true }) as unknown)

const SECRETS: Readonly<Record<string, string>> = {
  POSTGRES_PASSWORD: 'letters',
  REDIS_PASSWORD: 'letters',
  LEADWELL_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
  LEADWELL_ADMIN_TOKEN: 'an-admin-token-of-this-test',
}

/** `${NAME:-default}` and `${NAME:?message}`, as compose fills them in. */
function filled(environment: Readonly<Record<string, string>>): Record<string, string> {
  const fill = (value: string): string =>
    value.replaceAll(
      /\$\{(\w+):([-?])([^}]*)\}/g,
      (_, name: string, kind: string, rest: string) => SECRETS[name] ?? (kind === '-' ? rest : ''),
    )
  return Object.fromEntries(Object.entries(environment).map(([key, value]) => [key, fill(value)]))
}

describe('docker-compose.yml', () => {
  it.each(['web', 'worker'] as const)('gives the %s settings it starts with', (name) => {
    const config = readConfig(filled(services[name].environment))

    expect(config.databaseUrl).toBe('postgres://leadwell:letters@postgres:5432/leadwell')
    expect(config.redisUrl).toBe('redis://:letters@redis:6379')
  })

  it('runs one web and two workers that cannot change themselves', () => {
    expect(services.worker.deploy?.replicas).toBe(2)
    for (const service of [services.web, services.worker]) {
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
    }
    expect(services.web.command).toEqual(['start', '--role', 'web'])
    expect(services.worker.command.slice(0, 3)).toEqual(['start', '--role', 'worker'])
  })

  it('keeps what Redis holds and lets it evict nothing', () => {
    const command = services.redis.command.join(' ')

    expect(command).toContain('--maxmemory-policy noeviction')
    expect(command).toContain('--appendonly yes')
  })

  it('opens nothing to the network but the web, and that to this machine only', () => {
    expect(services.web.ports).toEqual(['127.0.0.1:3000:3000'])
    for (const name of ['worker', 'postgres', 'redis'] as const) {
      expect(services[name].ports).toEqual([])
    }
  })

  it('holds no secret itself', () => {
    const values = Object.values(services).flatMap(({ environment }) => Object.entries(environment))
    const secret = values.filter(([key]) => /PASSWORD|SECRET|TOKEN|AUTH|_URL$/.test(key))

    for (const [, value] of secret) expect(value).toContain('${')
  })
})
