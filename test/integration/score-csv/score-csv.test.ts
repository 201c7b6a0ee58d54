import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { runScore, type ScoreOptions } from '#src/cli/score.ts'
import { sampleYaml } from '#test/unit/scoring/sample-model.ts'

const NOW = Date.UTC(2026, 2, 1)

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'leadwell score '))
})
afterEach(() => rm(folder, { recursive: true }))

const MODEL = sampleYaml({
  fitRules: [
    { fact: 'role', equals: 'buyer', points: 40, reason: 'Buys benefits' },
    { fact: 'companySize', range: { min: 100 }, points: 20, reason: 'Is large' },
    { fact: 'selfInsured', equals: true, points: 5, reason: 'Is self-insured' },
  ],
  engagementRules: [{ activity: 'email-opened', points: 30, reason: 'Opened emails' }],
})

const MAP = `
id: key
facts:
  role: { column: Title, codes: { VP Benefits: buyer }, missing: [unknown] }
  companySize: { column: Employees, type: number, missing: [-1] }
  selfInsured: { column: Self Insured, type: boolean }
activities:
  - { kind: email-opened, date: Last Open, count: Opens }
outcome: { column: Won, positive: ["yes"] }
asOf: 2026-02-01
`

const HEADER = 'key,Title,Employees,Self Insured,Last Open,Opens,Won'

async function put(name: string, text: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, text)
  return file
}

function sink(): { stream: Writable; text: () => string } {
  const chunks: string[] = []
  const stream = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      chunks.push(chunk.toString())
      done()
    },
  })
  return { stream, text: () => chunks.join('') }
}

async function run(
  rows: string,
  { map = MAP, ...options }: Partial<ScoreOptions> = {},
): Promise<{ code: number; stdout: string; stderr: string; file: string }> {
  const file = await put('leads.csv', rows)
  const stdout = sink()
  const stderr = sink()
  const code = await runScore(
    {
      file,
      model: await put('model.yaml', MODEL),
      map: map === '' ? undefined : await put('map.yaml', map),
      ...options,
    },
    { stdout: stdout.stream, stderr: stderr.stream, now: () => NOW },
  )
  return { code, stdout: stdout.text(), stderr: stderr.text(), file }
}

const rowsOf = async (file: string): Promise<string[]> =>
  (await readFile(file, 'utf8')).trimEnd().split('\n')

describe('leadwell score', () => {
  test('writes score, axes, grade, tier and reasons beside the file', async () => {
    const { code, file } = await run(
      `${HEADER}\nr1,VP Benefits,250,yes,2026-01-22,4,yes\nr2,unknown,-1,,,,no\n`,
    )

    expect(code).toBe(0)
    expect(await rowsOf(`${file}.scored.csv`)).toEqual([
      'id,score,fit,engagement,grade,tier,hold,reasons',
      'r1,80,65,15,A2,nurture,,Buys benefits (+40); Is large (+20); Is self-insured (+5); Opened emails (+15)',
      'r2,0,0,0,C3,unqualified,,',
    ])
  })

  test('scores nobody who may not be, whatever type the map gives the column, and counts them', async () => {
    const map = `
id: key
facts:
  role: { column: Title }
  companySize: { column: Employees, type: number }
  crisis: { column: Crisis }
  doNotProfile: { column: No Profile }
  shouldForget: { column: Forget, type: boolean, codes: { X: true } }
  ageBand: { column: Age, missing: [unknown] }
  existingPatient: { column: Patient, type: boolean }
  revoked: { column: Revoked }
activities:
  - { kind: email-opened, date: Opened }
outcome: { column: Won, positive: ["yes"] }
asOf: 2026-02-01
`
    const lead = (key: string, cells: string) => `${key},buyer,250,2026-01-31,yes,${cells}`
    const rows = [
      'key,Title,Employees,Opened,Won,Crisis,No Profile,Forget,Age,Patient,Revoked',
      lead('free', 'no,,,unknown,,'),
      lead('crisis', 'never been more suicidal,,,,,'),
      lead('profile', ',Yes,,,,'),
      lead('forget', ',,X,,,'),
      lead('young', ',,,13-17,,'),
      lead('odd-age', ',,,an age,,'),
      lead('patient', ',,,,yes,'),
      lead('revoked', ',,,,,true'),
    ].join('\n')

    const people = await run(rows, { map })
    const programs = await run(rows, { map, json: true })

    const cells = (await rowsOf(`${people.file}.scored.csv`)).slice(1).map((row) => row.split(','))
    expect(
      cells.map(([id, score, , , grade, tier, hold]) => [id, score, grade, tier, hold]),
    ).toEqual([
      ['free', '88', 'A2', 'sales-ready', ''],
      ['crisis', '', '', '', 'crisis'],
      ['profile', '', '', '', 'do-not-profile'],
      ['forget', '', '', '', 'do-not-profile'],
      ['young', '', '', '', 'another-team'],
      ['odd-age', '', '', '', 'another-team'],
      ['patient', '88', 'A2', 'nurture', 'existing-patient'],
      ['revoked', '88', 'A2', 'unqualified', 'no-consent'],
    ])
    expect(cells.filter(([, score]) => score === '').map((row) => row.at(-1))).toEqual(
      Array<string>(5).fill(''),
    )
    expect(people.stdout).toContain(
      '7 rows held, 5 of them not scored: crisis 1, do-not-profile 2, another-team 2, existing-patient 1, no-consent 1\n',
    )
    expect(JSON.parse(programs.stdout)).toMatchObject({
      scored: 3,
      unscored: 5,
      held: { crisis: 1, 'do-not-profile': 2 },
      tiers: { 'sales-ready': { count: 1, won: 1 } },
    })
  })

  test('asks consent of columns that no model asks about, without a map too', async () => {
    const { file } = await run('id,role,doNotProfile,serviceLine\na,buyer,yes,\nb,buyer,no,\n', {
      map: '',
    })

    expect((await rowsOf(`${file}.scored.csv`)).slice(1)).toEqual([
      'a,,,,,,do-not-profile,',
      'b,40,40,0,A3,nurture,,Buys benefits (+40)',
    ])
  })

  test('skips a row whose consent nobody can read', async () => {
    const { code, stderr } = await run('id,role,doNotProfile\na,buyer,sometimes\n', { map: '' })

    expect(code).toBe(3)
    expect(stderr).toContain('line 2 skipped: column "doNotProfile" is not yes or no')
  })

  test('tells how each tier turned out, to people and to programs', async () => {
    const rows = `${HEADER}\nr1,VP Benefits,250,,2026-01-31,4,yes\nr2,,50,,,,no\n`

    const people = await run(rows)
    const programs = await run(rows, { json: true })

    expect(people.stdout).toMatch(/sales-ready\W+1\W+50\.0 %\W+1\W+100\.0 %/)
    expect(JSON.parse(programs.stdout)).toMatchObject({
      scored: 2,
      skipped: 0,
      rate: 0.5,
      tiers: { 'sales-ready': { count: 1, share: 0.5, won: 1, rate: 1 } },
    })
  })

  test('skips rows it cannot read, says which line and what, never the value', async () => {
    const { code, stderr, file } = await run(
      [
        HEADER,
        'r1,VP Benefits,250,,,,no',
        'r2,VP Benefits,secret-text,,,,no',
        'r3,VP Benefits,250',
        'r4,VP "Benefits",250,,,,no',
        'r5,"VP Benefits,250,,,,no',
        'r6,VP Benefits,250,maybe,,,no',
        'r7,VP Benefits,250,,2026-02-31,1,no',
        'r8,VP Benefits,250,,,,no',
        '',
      ].join('\n'),
    )

    expect(code).toBe(3)
    // Broken quotes are found a block of rows ahead of the rows themselves.
    expect(stderr.trimEnd().split('\n').toSorted()).toEqual([
      'line 3 skipped: column "Employees" is not a number',
      'line 4 skipped: has 3 columns instead of 7',
      'line 5 skipped: has a quote in the wrong place',
      'line 6 skipped: has a quoted value that is never closed',
      'line 7 skipped: column "Self Insured" is not yes or no',
      'line 8 skipped: column "Last Open" is not a date such as 2026-01-31',
    ])
    expect((await rowsOf(`${file}.scored.csv`)).map((row) => row.split(',')[0])).toEqual([
      'id',
      'r1',
      'r8',
    ])
  })

  test('shows the first 20 of many bad rows and counts the rest', async () => {
    const { stderr } = await run(`${HEADER}\n${'r,x\n'.repeat(33)}`)

    expect(stderr.match(/skipped:/g)).toHaveLength(20)
    expect(stderr).toContain('and 13 more skipped')
  })

  test('reads quoted values with commas, quotes and line breaks, and counts lines through them', async () => {
    const { code, stderr, file } = await run(
      `${HEADER}\n"r""1, a\nb","VP Benefits",250,,,,no\nr2,x,many,,,,no\n`,
    )

    expect(code).toBe(3)
    expect(stderr).toBe('line 4 skipped: column "Employees" is not a number\n')
    expect(await readFile(`${file}.scored.csv`, 'utf8')).toContain('"r""1, a\nb",60,60,0')
  })

  test('lets no id be a formula where the file is opened as a table', async () => {
    const { file } = await run(
      `${HEADER}\n"=HYPERLINK(""http://x"")",,,,,,no\n+1 555,,,,,,no\n-17,,,,,,no\nr-2,,,,,,no\n`,
    )

    const ids = (await rowsOf(`${file}.scored.csv`)).slice(1)
    expect(ids.map((row) => row.replace(/,0,0,0.*$/, ''))).toEqual([
      `"'=HYPERLINK(""http://x"")"`,
      "'+1 555",
      '-17',
      'r-2',
    ])
  })

  test('finds out the delimiter, and takes mixed line ends and a byte-order mark', async () => {
    const { code, file } = await run(
      `\uFEFF${HEADER.replaceAll(',', ';')}\r\nr1;VP Benefits;250;;;;no\nr2;;;;;;no\r\n`,
    )

    expect(code).toBe(0)
    expect(await rowsOf(`${file}.scored.csv`)).toHaveLength(3)
  })

  test('needs no map where columns are named like the facts', async () => {
    const { code, file, stderr } = await run('id,role,companySize\nr1,buyer,300\n', { map: '' })

    expect(code).toBe(0)
    expect(stderr).toBe('no column gives these facts of the model: selfInsured\n')
    expect((await rowsOf(`${file}.scored.csv`))[1]).toContain('r1,60,60,0')
  })

  test('can write to standard output, the summary then going to standard error', async () => {
    const { stdout, stderr } = await run(`${HEADER}\nr1,,,,,,no\n`, { out: '-' })

    expect(stdout.trimEnd().split('\n')).toHaveLength(2)
    expect(stderr).toContain('1 rows scored')
  })

  test('never writes over its input, and leaves nothing half done behind', async () => {
    const { code, stderr, file } = await run(`${HEADER}\nr1,,,,,,no\n`, {
      out: join(folder, '.', 'leads.csv'),
    })

    expect(code).toBe(2)
    expect(stderr).toContain('would overwrite the input')
    expect(await readFile(file, 'utf8')).toContain(HEADER)
    expect((await readdir(folder)).toSorted()).toEqual(['leads.csv', 'map.yaml', 'model.yaml'])
  })

  test('says which columns a map names in vain', async () => {
    const { code, stderr } = await run('key,Titel,Employees,Self Insured,Last Open,Opens,Won\n')

    expect(code).toBe(2)
    expect(stderr).toContain('no column "Title"; did you mean "Titel"?')
  })

  test('points at the line of a bad map', async () => {
    const { code, stderr } = await run(`${HEADER}\n`, {
      map: 'facts:\n  role: { colum: Title }\n',
    })

    expect(code).toBe(2)
    expect(stderr).toMatch(
      /map\.yaml:2 facts\.role\.colum is not a known key; did you mean "column"\?/,
    )
  })

  test('says so when a file is not there', async () => {
    const { code, stderr } = await run(`${HEADER}\n`, { file: join(folder, 'none.csv') })

    expect(code).toBe(1)
    expect(stderr).toContain('none.csv: there is no such file or folder')
  })
})
