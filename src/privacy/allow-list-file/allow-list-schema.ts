import { z } from 'zod'
import { CRMS } from '../../ports.ts'
import { CATEGORIES, FIELD_SOURCES, PURPOSES, ROLES } from '../allowed-field.ts'
import { VOCABULARY_NAMES } from '../vocabularies.ts'

const CODER_KINDS = [
  'number',
  'boolean',
  'date',
  'vocabulary',
  'codes',
  'code-list',
  'matches',
  'revocation',
  'crisis-terms',
] as const

const LONGEST_RETENTION_DAYS = 3_650

const Text = z.string().min(1).max(300)
const Days = z.int().min(1).max(LONGEST_RETENTION_DAYS)

/** One field as a person writes it; what is left out comes from the registry of facts. */
export const Entry = z.strictObject({
  field: Text,
  fact: Text,
  as: z.enum(CODER_KINDS),
  max: z.number().positive().optional(),
  yes: z.array(Text).optional(),
  no: z.array(Text).optional(),
  vocabulary: z.enum(VOCABULARY_NAMES).optional(),
  codes: z.record(z.string(), z.array(Text)).optional(),
  names: z.array(Text).min(1).optional(),
  category: z.enum(CATEGORIES).optional(),
  purpose: z.enum(PURPOSES).optional(),
  roles: z.array(z.enum(ROLES)).min(1).optional(),
  retentionDays: Days.optional(),
  basis: z.string().max(1_000).optional(),
  required: z.boolean().optional(),
})
export type Entry = z.infer<typeof Entry>

const Rules = z.array(z.strictObject({ match: Text, code: Text }))
const Domains = z.array(Text)

const Texts = z.strictObject({
  pages: Rules.optional(),
  forms: Rules.optional(),
  campaigns: Rules.optional(),
  personalDomains: Domains.optional(),
  studentDomains: Domains.optional(),
})

const Policy = z.strictObject({
  part2ServiceLines: z.array(Text).optional(),
  part2StatusSuffices: z.boolean().optional(),
  smsCheckboxSuffices: z.boolean().optional(),
  coveredEntity: z.boolean().optional(),
  requireLegalBasis: z.boolean().optional(),
  noteLanguage: z.enum(['en', 'es']).optional(),
  repEdits: z.enum(['put-right', 'respect']).optional(),
  selfApproval: z.boolean().optional(),
})

const Entries = z.array(Entry).optional()
const Fields = z.strictObject({
  contact: Entries,
  lead: Entries,
  company: Entries,
  call: Entries,
  email: Entries,
  meeting: Entries,
  communication: Entries,
  task: Entries,
  event: Entries,
  'campaign-member': Entries,
  deal: Entries,
} satisfies Record<(typeof FIELD_SOURCES)[number], typeof Entries>)

/** An allow-list as a file. The version is for the reader; approval counts its own. */
export const AllowListFile = z.strictObject({
  crm: z.enum(CRMS),
  version: z.int().min(0).optional(),
  activityRetentionDays: Days.optional(),
  policy: Policy.optional(),
  texts: Texts.optional(),
  fields: Fields,
})
export type AllowListFile = z.infer<typeof AllowListFile>

/** The keys known at a path of the file. */
export function keysAt(path: readonly PropertyKey[]): readonly string[] {
  const [top] = path
  if (path.length === 0) return Object.keys(AllowListFile.shape)
  if (top === 'policy') return Object.keys(Policy.shape)
  if (top === 'texts') return path.length === 1 ? Object.keys(Texts.shape) : ['match', 'code']
  return path.length === 1 ? [...FIELD_SOURCES] : Object.keys(Entry.shape)
}
