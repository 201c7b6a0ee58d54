import type { Crm, PortalPolicy } from '../ports.ts'
import type { VocabularyName } from './vocabularies.ts'

/** Codes with the spellings that stand for each in a portal's own list of values. */
export type Spellings = Readonly<Record<string, readonly string[]>>

/** How a CRM value becomes a typed code. Whatever a vocabulary does not know becomes `other`. */
export type Coder =
  /** A magnitude beyond `max` is no count but somebody's number in the wrong field: unreadable. */
  | { readonly as: 'number'; readonly max?: number }
  /** `yes` and `no` add a portal's own words to the usual ones. */
  | { readonly as: 'boolean'; readonly yes?: readonly string[]; readonly no?: readonly string[] }
  | { readonly as: 'date' }
  | { readonly as: 'vocabulary'; readonly name: VocabularyName }
  | { readonly as: 'codes'; readonly codes: Spellings }
  /** Several values parted by semicolons, as both CRMs send multi-selects. */
  | { readonly as: 'code-list'; readonly name: VocabularyName }
  | { readonly as: 'code-list'; readonly codes: Spellings }
  /** True for a value that is one of these names, such as the name of a crisis form. */
  | { readonly as: 'matches'; readonly names: readonly string[] }
  /** Reads free text for a wish to be left alone; only the answer is kept. */
  | { readonly as: 'revocation' }
  /** Reads free text for words of a crisis; only the answer is kept. */
  | { readonly as: 'crisis-terms' }
export type CoderKind = Coder['as']

/** Who works with records. `admin` keeps the installation and approves what may enter. */
export const ROLES = ['marketing', 'admissions', 'clinical-intake', 'analytics', 'admin'] as const
export type Role = (typeof ROLES)[number]

export const CATEGORIES = [
  'consent',
  'safety',
  'part2',
  'care',
  'profile',
  'organisation',
  'funnel',
  'engagement',
  'activity',
  'bookkeeping',
  'feedback',
  'audit',
  'custom',
] as const
export type Category = (typeof CATEGORIES)[number]

export const PURPOSES = ['scoring', 'consent', 'safety', 'note', 'feedback', 'audit'] as const
export type Purpose = (typeof PURPOSES)[number]

/** One field that may enter: what the CRM calls it, the fact it becomes, for what and for whom. */
export interface AllowedField {
  readonly field: string
  readonly fact: string
  readonly coder: Coder
  readonly category: Category
  readonly purpose: Purpose
  readonly roles: readonly Role[]
  /** Days after the record's last sign of life. */
  readonly retentionDays: number
  /** Why the owner lets in what is sensitive or free text; without it such a field stays out. */
  readonly basis?: string
  /** It was there when the list was approved: its vanishing is trouble. */
  readonly required?: boolean
}

export const RECORD_SOURCES = ['contact', 'lead', 'company'] as const

/** Where a field stands in the CRM: records we score and the activity objects we read. */
export const FIELD_SOURCES = [
  ...RECORD_SOURCES,
  'call',
  'email',
  'meeting',
  'communication',
  'task',
  'event',
  'campaign-member',
  'deal',
] as const
export type FieldSource = (typeof FIELD_SOURCES)[number]

export type AllowedFields = Readonly<Partial<Record<FieldSource, readonly AllowedField[]>>>

/** A pattern of the owner's: `*` stands for anything. Asked before the tables that ship. */
export interface TextRule {
  readonly match: string
  readonly code: string
}

/** What the portal's own pages, forms, campaigns and mail domains are to us. */
export interface PortalTexts {
  /** By path (`/programs/*`), or by host and path where the pattern does not start with a slash. */
  readonly pages: readonly TextRule[]
  readonly forms: readonly TextRule[]
  readonly campaigns: readonly TextRule[]
  readonly personalDomains: readonly string[]
  readonly studentDomains: readonly string[]
}

/** The reviewed list of what may enter from one portal. What is not on it does not exist for us. */
export interface AllowList {
  readonly crm: Crm
  /** 0 is the list that ships; each approval of the portal's owner counts one up. */
  readonly version: number
  readonly fields: AllowedFields
  readonly texts: PortalTexts
  /** Days an activity is kept, from its own date. */
  readonly activityRetentionDays: number
  readonly policy: PortalPolicy
}
