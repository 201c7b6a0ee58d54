import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PermanentError } from '#src/errors.ts'
import { parseModel } from '#src/scoring/parse-model.ts'

const FOLDER = new URL('../../fixtures/models/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')
const broken = readdirSync(FOLDER).filter((name) => /^broken-.*\.yaml$/.test(name))

function problemsOf(file: string): unknown {
  try {
    return parseModel(read(file), file)
  } catch (error) {
    return error
  }
}

describe('a model with a mistake in it', () => {
  test('has at least 25 examples here', () => {
    expect(broken.length).toBeGreaterThanOrEqual(25)
  })

  test.each(broken)('is told where and what: %s', (file) => {
    const error = problemsOf(file)

    expect(error).toBeInstanceOf(PermanentError)
    expect(error).toMatchObject({
      code: 'model-invalid',
      message: read(file.replace('.yaml', '.txt')).trimEnd(),
    })
  })

  test('is read once the mistake is gone', () => {
    expect(problemsOf('small.yaml')).toMatchObject({ id: 'small', version: 1 })
  })
})
