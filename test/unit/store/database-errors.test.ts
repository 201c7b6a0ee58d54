import pg from 'pg'
import { expect, test } from 'vitest'
import { PermanentError, TransientError } from '#src/errors.ts'
import { translateQueryErrors } from '#src/store/database-errors.ts'

const translate = translateQueryErrors(() => new TransientError('gone', 'Gone.'))
const saying = (code: string): Error => {
  const error = new pg.DatabaseError('value of somebody', 0, 'error')
  error.code = code
  return translate(error)
}

test.each([
  '25006',
  '25P03',
  '40001',
  '40P01',
  '53300',
  '55P03',
  '57P01',
  '57P03',
  '08006',
  '58030',
])('SQLSTATE %s passes by itself', (state) => {
  expect(saying(state)).toBeInstanceOf(TransientError)
})

test.each(['23505', '22001', '42P01'])('SQLSTATE %s does not', (state) => {
  expect(saying(state)).toBeInstanceOf(PermanentError)
  expect(saying(state).message).not.toContain('somebody')
})
