import { readFile } from 'node:fs/promises'
import { PermanentError } from '#src/errors.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { codeValue } from '#src/privacy/code-value.ts'
import { parseNumber } from './csv/typed-value.ts'
import { fileUnreadable } from './file-unreadable.ts'

type Spend = Readonly<Record<string, number>>

/**
 * What was spent by source: `google ads=1200,social=800`, or a CSV file with a source and an amount in
 * each line. Sources are read as the portal's own are, so that they meet in the report. Throws
 * PermanentError `usage` or `file-unreadable`.
 */
export async function readSpend(given: string, list: AllowList): Promise<Spend> {
  const pairs = given.includes('=')
    ? given.split(',').map((pair) => pair.split('='))
    : (await linesOf(given)).map((line) => line.split(/[,;]/))
  const codeOf = sourceCoder(list)
  const spend: Record<string, number> = {}
  for (const [name = '', text = ''] of pairs) {
    const amount = parseNumber(unquoted(text))
    if (amount === undefined || amount < 0) throw badAmount(unquoted(name))
    const source = codeOf(unquoted(name))
    spend[source] = (spend[source] ?? 0) + amount
  }
  return spend
}

async function linesOf(file: string): Promise<readonly string[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw fileUnreadable(file, error, HOW)
  })
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const [first = '', ...others] = lines.filter((line) => line.trim() !== '')
  const isHeader = parseNumber(unquoted(first.split(/[,;]/)[1] ?? '')) === undefined
  return isHeader ? others : [first, ...others]
}

/** By the first field of the allow-list that says where people came from. */
function sourceCoder({ fields, texts }: AllowList): (name: string) => string {
  const field = Object.values(fields)
    .flat()
    .find(({ fact }) => fact === 'source')
  return (name) => {
    const code = field && codeValue(field.coder, name, texts)
    if (typeof code === 'string' && (code !== 'other' || name === 'other')) return code
    throw new PermanentError('usage', `Nobody of this portal comes from "${name}".`, HOW)
  }
}

const HOW =
  'Write sources as the CRM or the report does: --spend "paid-search=1200,social=800", or a CSV file with a source and an amount in each line.'

function badAmount(name: string): PermanentError {
  return new PermanentError('usage', `What was spent on "${name}" is no number.`, HOW)
}

function unquoted(text: string): string {
  return text.trim().replace(/^"(.*)"$/, '$1')
}
