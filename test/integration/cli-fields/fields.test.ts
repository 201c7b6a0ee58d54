import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { parseAllowList } from '#src/privacy/allow-list-file/parse-allow-list.ts'
import { serialiseAllowList } from '#src/privacy/allow-list-file/serialise-allow-list.ts'
import { crmField } from '../../unit/privacy/crm-field.ts'
import { type Bench, createBench } from './fields-harness.ts'

const SHIPPED = shippedAllowList('hubspot')
const SCHEMA = [
  crmField('hs_email_optout'),
  crmField('jobtitle', { type: 'text', label: 'Job title' }),
  crmField('texting_ok', { label: 'SMS opt in' }),
  crmField('vip'),
  crmField('message', { type: 'long-text' }),
  crmField('diagnosis', { type: 'text', sensitivity: 'sensitive' }),
  crmField('member_id', { type: 'text' }),
]

let bench: Bench
beforeEach(async () => {
  bench = await createBench(SCHEMA)
})
afterEach(() => bench.remove())

const file = (): string => join(bench.folder, 'list.yaml')
const lineFor = (stdout: string, field: string): string =>
  stdout.split('\n').find((line) => line.includes(field)) ?? ''

describe('leadwell fields', () => {
  it('tells what is allowed, available, risky and refused, and why', async () => {
    const { code, stdout } = await bench.ask({})

    expect(code).toBe(0)
    expect(lineFor(stdout, 'jobtitle')).toContain('Becomes role.')
    expect(lineFor(stdout, 'texting_ok')).toContain('Could become smsConsent.')
    expect(lineFor(stdout, 'message')).toContain('free text')
    expect(lineFor(stdout, 'member_id')).toContain('identifies a person')
    expect(lineFor(stdout, 'diagnosis')).toContain('marks it as sensitive')
    for (const title of ['Allowed', 'Available', 'Risky', 'Refused'])
      expect(stdout).toContain(title)
  })

  it('gives the same as data', async () => {
    const { objects } = await bench.ask({}, true)

    expect(objects.map(({ field, verdict }) => [field, verdict])).toEqual([
      ['hs_email_optout', 'allowed'],
      ['jobtitle', 'allowed'],
      ['texting_ok', 'available'],
      ['vip', 'available'],
      ['message', 'risky'],
      ['diagnosis', 'refused'],
      ['member_id', 'risky'],
    ])
    expect(objects[2]).toMatchObject({ proposals: [{ fact: 'smsConsent', as: 'boolean' }] })
  })

  it('warns of a consent field that vanished, and ends with another code', async () => {
    const gone = await createBench(SCHEMA.slice(1))

    const { code, stderr } = await gone.ask({})

    expect(code).toBe(3)
    expect(stderr).toContain('contact hs_email_optout')
    await gone.remove()
  })

  it('writes a proposal that changes nothing until somebody takes it up', async () => {
    await bench.ask({ out: file() })
    const text = await readFile(file(), 'utf8')

    expect(parseAllowList(text, 'list.yaml')).toEqual(SHIPPED)
    expect(text).toContain('#- field: texting_ok')
    expect(text).not.toContain('diagnosis')
    expect((await bench.ask({ diff: file() })).stdout).toContain('The file says what is in force.')
  })

  it('exports the list in force', async () => {
    await bench.ask({ export: file() })

    expect(await readFile(file(), 'utf8')).toBe(serialiseAllowList(SHIPPED))
  })
})

describe('approving a list', () => {
  /** The proposal with the suggestions taken up. */
  async function takeUp(): Promise<void> {
    await bench.ask({ out: file() })
    const text = await readFile(file(), 'utf8')
    await writeFile(file(), text.replaceAll(/^ {4}#(?! Proposed)/gm, '    '))
  }

  it('puts it in force under the name of who approved it, and reads everything again', async () => {
    await takeUp()

    const diff = await bench.ask({ diff: file() })
    const { code, stdout } = await bench.ask({ approve: file(), by: 'R. Ops' })

    expect(diff.stdout).toContain('+ contact: texting_ok becomes smsConsent (boolean)')
    expect(code).toBe(0)
    expect(stdout).toContain('Version 1 is in force: 1 change.')
    expect(bench.approved.map(({ by }) => by)).toEqual(['R. Ops'])
    expect(bench.fullReads()).toBe(1)
  })

  it('requires from then on what was there', async () => {
    await takeUp()
    await bench.ask({ approve: file(), by: 'R. Ops' })

    const contact = bench.approved[0]?.list.fields.contact ?? []
    const required = contact.filter((entry) => entry.required === true).map(({ field }) => field)
    expect(required).toEqual(['jobtitle', 'hs_email_optout', 'texting_ok'])
  })

  it.each([
    ['a field nobody knows', 'textign_ok', 'smsConsent', 'boolean', 'is no field of this portal'],
    ['a sensitive field without a basis', 'diagnosis', 'crisis', 'boolean', 'write a basis'],
    ['a type that cannot be read so', 'vip', 'part2ExpiresAt', 'date', 'cannot be read as date'],
  ])('refuses %s and changes nothing', async (_what, field, fact, as, told) => {
    const more = `crm: hubspot\nfields:\n  contact:\n    - { field: ${field}, fact: ${fact}, as: ${as} }\n`
    await writeFile(file(), more)

    await expect(bench.ask({ approve: file(), by: 'R. Ops' })).rejects.toMatchObject({
      code: 'allow-list-unfit',
      message: expect.stringContaining(told) as string,
    })
    expect(bench.approved).toEqual([])
    expect(bench.fullReads()).toBe(0)
  })

  it('refuses a file with an unknown code, and one for the other CRM', async () => {
    await writeFile(
      file(),
      'crm: hubspot\nfields: { contact: [{ field: vip, fact: vipp, as: boolean }] }',
    )
    await expect(bench.ask({ approve: file(), by: 'x' })).rejects.toMatchObject({
      code: 'allow-list-invalid',
    })

    await writeFile(file(), serialiseAllowList(shippedAllowList('salesforce')))
    await expect(bench.ask({ diff: file() })).rejects.toMatchObject({ code: 'allow-list-invalid' })
  })

  it('needs somebody to answer for it', async () => {
    await bench.ask({ export: file() })

    await expect(bench.ask({ approve: file(), by: ' ' })).rejects.toMatchObject({
      code: 'approver-missing',
    })
  })

  it('refuses a file that is not there', async () => {
    await expect(bench.ask({ approve: file(), by: 'x' })).rejects.toMatchObject({
      code: 'file-unreadable',
    })
  })
})
