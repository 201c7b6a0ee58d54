import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AUDIENCES } from '#src/ports.ts'
import { type Ran, runLeadwell } from '#test/run-leadwell.ts'
import { textOf } from '#test/unit/scoring-documents/clean-model.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadwell model '))
})
afterAll(() => rm(folder, { recursive: true }))

const leadwell = (...args: readonly string[]): Promise<Ran> => runLeadwell(args, { cwd: folder })

async function put(name: string, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  await writeFile(join(folder, name), textOf(changes))
  return name
}

describe('leadwell model check', () => {
  test('finds no error in any model that ships', async () => {
    const ran = await leadwell('model', 'check', ...AUDIENCES)

    expect(ran.stdout).toContain('0 errors')
    expect(ran.code).toBe(0)
  })

  test('ends with 0 on warnings and with 2 on errors', async () => {
    const doubtful = await put('doubtful.yaml', { 'tiers.sales-ready.fit': 0 })
    const wrong = await put('wrong.yaml', { 'fit.groups.0.rules.0.reason': 'Has depression' })

    const warned = await leadwell('model', 'check', doubtful)
    const refused = await leadwell('model', 'check', doubtful, wrong)

    expect(warned.code).toBe(0)
    expect(warned.stdout).toContain('0 errors, 1 warning')
    expect(refused.code).toBe(2)
    expect(refused.stdout).toMatch(/wrong\.yaml:\d+ error The reason of "buys" tells of health/)
    expect(refused.stdout).toContain('1 error, 1 warning')
  })

  test.each([
    ['English', { 'fit.groups.0.rules.0.reason': 'Is a hot lead' }, 'hot lead'],
    ['Spanish', { spanish: { 'Leads benefits or people': 'Es adicto' } }, 'adicto'],
  ])('ends with 2 on words to avoid in %s', async (_language, changes, found) => {
    const wrong = await put('unkind.yaml', changes)

    const ran = await leadwell('model', 'check', wrong)

    expect(ran.code).toBe(2)
    expect(ran.stdout).toMatch(new RegExp(`unkind\\.yaml:\\d+ error .*says "${found}"`))
  })

  test('gives every finding as an object with file and line', async () => {
    const wrong = await put('wrong.yaml', { 'fit.groups.0.rules.0.reason': 'Has depression' })

    const { code, objects } = await leadwell('model', 'check', wrong, '--json')

    expect(code).toBe(2)
    expect(objects()).toEqual([
      {
        file: 'wrong.yaml',
        line:
          textOf()
            .split('\n')
            .findIndex((line) => line.includes('"Leads benefits')) + 1,
        code: 'clinical-words',
        severity: 'error',
        path: 'fit.groups.0.rules.0.reason',
        message: 'The reason of "buys" tells of health: "depression"',
        fix: 'Say what they asked us to do, not why they may need it.',
      },
    ])
  })

  test('tells every problem of a file that is no model, and stays a finding', async () => {
    await writeFile(join(folder, 'broken.yaml'), 'id: Broken\nversion: one\n')

    const ran = await leadwell('model', 'check', 'broken.yaml')

    expect(ran.code).toBe(2)
    expect(ran.stdout).toMatch(/broken\.yaml:2 error version must be/)
    expect(ran.stderr).toBe('')
  })
})

describe('leadwell model doc', () => {
  test('writes what docs/models keeps', async () => {
    const ran = await leadwell('model', 'doc', 'individual', '--out', 'individual.md')

    const kept = fileURLToPath(new URL('../../../docs/models/individual.md', import.meta.url))
    expect(ran.code).toBe(0)
    expect(await readFile(join(folder, 'individual.md'), 'utf8')).toBe(await readFile(kept, 'utf8'))
  })

  test('prints Markdown, or a page, and nothing else', async () => {
    const file = await put('clean.yaml')

    const markdown = await leadwell('model', 'doc', file)
    const page = await leadwell('model', 'doc', file, '--html')

    expect(markdown.stdout.startsWith('# Scoring model: Clean\n')).toBe(true)
    expect(page.stdout.startsWith('<!doctype html>\n')).toBe(true)
    expect(page.stdout.endsWith('</html>\n')).toBe(true)
  })

  test('with --json is one object', async () => {
    const { objects } = await leadwell('model', 'doc', await put('clean.yaml'), '--json')

    expect(objects()).toHaveLength(1)
    expect(objects()[0]).toMatchObject({ model: 'clean', version: 1, format: 'markdown' })
  })

  test('says when a file cannot be written', async () => {
    const ran = await leadwell('model', 'doc', 'employer', '--out', 'nowhere/x.md')

    expect(ran.code).toBe(1)
    expect(ran.stderr).toContain('nowhere/x.md cannot be written: ENOENT. [file-unwritable]')
  })
})

describe('leadwell model diff', () => {
  test('tells what changed in words, and as objects', async () => {
    const before = await put('before.yaml')
    const after = await put('after.yaml', { 'engagement.groups.1.rules.0.points': 14 })

    const told = await leadwell('model', 'diff', before, after)
    const data = await leadwell('model', 'diff', before, after, '--json')

    expect(told.stdout).toBe('~ Looked at pricing: +10 → +14 [pricing]\n1 change\n')
    expect(data.objects()).toEqual([
      { kind: 'changed', where: 'pricing', text: 'Looked at pricing: +10 → +14' },
    ])
  })

  test('says when nothing changed', async () => {
    const ran = await leadwell('model', 'diff', 'employer', 'employer')

    expect(ran.stdout).toBe('The models say the same.\n')
    expect(ran.code).toBe(0)
  })
})

describe('leadwell model show', () => {
  test('shows rules, tiers and the content hash', async () => {
    const ran = await leadwell('model', 'show', 'individual')
    const { objects } = await leadwell('model', 'show', 'individual', '--json')

    expect(ran.stdout).toContain('asks-for-self')
    expect(ran.stdout).toContain('sales-ready')
    expect(objects()[0]).toMatchObject({
      id: 'individual',
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
  })
})

describe('a model that is not there', () => {
  test('by id lists the ones that ship', async () => {
    const ran = await leadwell('model', 'show', 'employers')

    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('There is no model and no file called employers. [model-unknown]')
    expect(ran.stderr).toContain('individual, employer, health-plan')
  })

  test('by file says so', async () => {
    const ran = await leadwell('model', 'show', 'models/mine.yaml')

    expect(ran.code).toBe(2)
    expect(ran.stderr).toContain('models/mine.yaml cannot be read: there is no such file.')
  })
})

test('a model of your own may keep its lists beside it', async () => {
  await mkdir(join(folder, 'lists'), { recursive: true })
  await writeFile(
    join(folder, 'lists', 'my-buyers.yaml'),
    'id: my-buyers\ndescription: Ours.\ncodes: [benefits-leader]\n',
  )
  const file = await put('own-lists.yaml', { 'lists.buyers': { file: 'my-buyers' } })

  const ran = await leadwell('model', 'doc', file)

  expect(ran.stderr).toBe('')
  expect(ran.stdout).toContain(
    '| `buyers` | `benefits-leader` | – | `models/lists/my-buyers.yaml` |',
  )
})
