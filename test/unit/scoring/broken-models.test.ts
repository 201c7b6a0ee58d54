import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { PermanentError } from '#src/errors.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import { parseList } from '#src/scoring/resolve-lists.ts'

const FOLDER = new URL('../../fixtures/models/', import.meta.url)
const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8')
const broken = readdirSync(FOLDER).filter((name) => /^broken-.*\.yaml$/.test(name))
const list = parseList('id: decision-roles\ndescription: Who decides.\ncodes: [a]', 'list.yaml')
const listFiles = new Map([[list.id, list]])

function problemsOf(text: string, file: string): unknown {
  try {
    return parseModel(text, file, listFiles)
  } catch (error) {
    return error
  }
}

describe('a model with a mistake in it', () => {
  test('has at least 150 examples here, each with its message', () => {
    const messages = readdirSync(FOLDER).filter((name) => /^broken-.*\.txt$/.test(name))

    expect(broken.length).toBeGreaterThanOrEqual(150)
    expect(messages).toEqual(broken.map((name) => name.replace('.yaml', '.txt')))
  })

  test.each(broken)('is told where, what and what to do: %s', (file) => {
    const error = problemsOf(read(file), file)

    expect(error).toBeInstanceOf(PermanentError)
    expect(error).toMatchObject({
      code: 'model-invalid',
      message: read(file.replace('.yaml', '.txt')).trimEnd(),
    })
  })

  test('is not even read where it is larger than any model', () => {
    const padding = `# ${'x'.repeat(1_000_000)}\n`

    expect(problemsOf(padding + read('small.yaml'), 'huge.yaml')).toMatchObject({
      message:
        '1 problem in huge.yaml:\n' +
        'huge.yaml:1 the file is larger than 1 MB; a model or list is a few kilobytes',
    })
  })

  test('is read once the mistake is gone', () => {
    expect(problemsOf(read('small.yaml'), 'small.yaml')).toMatchObject({ id: 'small', version: 1 })
  })

  test('is read whatever ends its lines and with a byte order mark', () => {
    const fromWindows = `\uFEFF${read('small.yaml').replaceAll('\n', '\r\n')}`

    expect(problemsOf(fromWindows, 'small.yaml')).toMatchObject({ id: 'small', version: 1 })
  })
})
