import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { CHANNEL_RULES, HOLD_RULES } from '#src/consent/consent-rules.ts'
import { type OpenHours, STATE_RULES } from '#src/consent/contact-rules.ts'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { PART2_ELEMENTS } from '#src/consent/part2-consent.ts'
import { SMS_ELEMENTS } from '#src/consent/sms-consent.ts'

const GUIDE = readFileSync(new URL('../../../docs/guides/consent.md', import.meta.url), 'utf8')
const rows = GUIDE.split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('`', '')))
const CODES = [...HOLD_RULES, ...CHANNEL_RULES].map(({ because }) => because)

it('tells every code, in the order in which they count', () => {
  const told = rows.map(([, code]) => code).filter((code) => CODES.some((one) => one === code))

  expect(told).toEqual(CODES)
})

it('tells of every hold what it is called, whether it scores and what it closes', () => {
  for (const { because, hold, scored, closes } of HOLD_RULES) {
    const [, , , name, score = '', closed = ''] = rows.find(([, code]) => code === because) ?? []

    expect(name).toBe(hold)
    expect(score.startsWith(scored ? 'yes' : 'no')).toBe(true)
    expect(closed.startsWith(closes.length === 3 ? 'every channel' : 'nothing')).toBe(true)
  }
})

it('tells the hours of every state, and of which the law itself was read', () => {
  const hours = (open: OpenHours): string => `${open.from}–${open.to}`
  const told = rows.filter(([, state = '']) => /^[A-Z]{2}$/.test(state))

  expect(told.map(([, state, open]) => [state, open])).toEqual(
    Object.entries(STATE_RULES).map(([state, { weekdays }]) => [state, hours(weekdays)]),
  )
  for (const [, state = '', , rest = '', source = ''] of told) {
    const rule = STATE_RULES[state]

    expect(rest.includes('no Sundays')).toBe(rule?.sunday === null)
    expect(rest.includes('no holidays')).toBe(rule?.restsOnHolidays)
    expect(source.endsWith('°')).toBe(rule?.read === 'tables')
  }
})

it('tells every element of a consent and every choice of a portal', () => {
  for (const name of [...PART2_ELEMENTS, ...SMS_ELEMENTS, ...Object.keys(DEFAULT_POLICY)]) {
    expect(GUIDE).toContain(`\`${name}\``)
  }
})

it('says that it is no legal advice', () => {
  expect(GUIDE).toMatch(/no\s+legal advice/)
})
