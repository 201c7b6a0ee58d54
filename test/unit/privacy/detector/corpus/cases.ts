import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { type FindingKind, IDENTIFIER_KINDS, TERM_KINDS } from '#src/privacy/detector/finding.ts'

const folder = new URL('../../../../fixtures/detector/', import.meta.url)

export const KINDS: readonly FindingKind[] = [...IDENTIFIER_KINDS, ...TERM_KINDS]

const Case = z
  .strictObject({
    text: z.string().min(1),
    kind: z.enum([...IDENTIFIER_KINDS, ...TERM_KINDS]),
    span: z.string().min(1).optional(),
    none: z.literal(true).optional(),
    negated: z.literal(true).optional(),
    somebodyElse: z.literal(true).optional(),
  })
  .refine(({ span, none }) => (span === undefined) !== (none === undefined))
  .refine(({ text, span }) => span === undefined || text.includes(span))
/** One thing to find in a text, or a text in which nothing of that kind is to be found. */
export type Case = z.infer<typeof Case>

/** `tuned` cases may guide the detector; `holdout` cases only judge it. */
export type CaseSet = 'tuned' | 'holdout'

export function readCases(set: CaseSet): Case[] {
  return readdirSync(folder)
    .filter(
      (file) => file.endsWith('.jsonl') && file.startsWith('holdout-') === (set === 'holdout'),
    )
    .toSorted()
    .flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => Case.parse(JSON.parse(line)))
}
