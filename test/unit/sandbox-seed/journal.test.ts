import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openJournal } from '#sandbox/journal.ts'

const header = { seed: 1, people: 2_000, baseTime: 1_790_000_000_000 }

function newFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'leadwell-journal-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'journal.jsonl')
}

describe('the sandbox journal', () => {
  it('gives back what was appended, in order', () => {
    const file = newFile()
    const first = openJournal(file, header)
    first.append({ n: 1 })
    first.append({ n: 2 })

    const second = openJournal(file, header)

    expect(second.replay()).toEqual([{ n: 1 }, { n: 2 }])
    first.close()
    second.close()
  })

  it('stays with the population it was begun on', () => {
    const file = newFile()
    openJournal(file, header).close()

    const second = openJournal(file, { seed: 9, people: 5, baseTime: 0 })

    expect(second.header).toEqual(header)
    second.close()
  })

  it('drops a torn last line and keeps what is appended after it whole', () => {
    const file = newFile()
    const first = openJournal(file, header)
    first.append({ n: 1 })
    first.close()
    appendFileSync(file, '{"n":2,"half')

    const second = openJournal(file, header)
    second.append({ n: 3 })
    second.close()

    const third = openJournal(file, header)
    expect(third.replay()).toEqual([{ n: 1 }, { n: 3 }])
    third.close()
  })

  it('begins anew when the process died before its first line was whole', () => {
    const file = newFile()
    writeFileSync(file, '{"seed":1,')

    const journal = openJournal(file, header)

    expect(journal.header).toEqual(header)
    expect(journal.replay()).toEqual([])
    journal.close()
  })

  it('refuses a file that is something else', () => {
    const file = newFile()
    writeFileSync(file, 'name,email\n')

    expect(() => openJournal(file, header)).toThrow(
      expect.objectContaining({ code: 'journal-unreadable' }),
    )
  })

  it('writes nothing without a file', () => {
    const journal = openJournal(undefined, header)

    journal.append({ n: 1 })

    expect(journal.replay()).toEqual([])
  })
})
