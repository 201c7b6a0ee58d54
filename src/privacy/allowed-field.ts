import type { VocabularyName } from './vocabularies.ts'

/** How a CRM value becomes a typed code. Whatever a vocabulary does not know becomes `other`. */
export type Coder =
  /** A magnitude beyond `max` is no count but somebody's number in the wrong field: unreadable. */
  | { readonly as: 'number'; readonly max?: number }
  | { readonly as: 'boolean' }
  | { readonly as: 'date' }
  | { readonly as: 'vocabulary'; readonly name: VocabularyName }

/** One field that may enter: what the CRM calls it and the fact it becomes. */
export interface AllowedField {
  readonly field: string
  readonly fact: string
  readonly coder: Coder
}

/** Where a field stands in the CRM: records we score and the activity objects we read. */
export type FieldSource =
  | 'contact'
  | 'lead'
  | 'company'
  | 'call'
  | 'email'
  | 'meeting'
  | 'communication'
  | 'task'
  | 'event'
  | 'campaign-member'

/** The reviewed list of fields that may enter. What is not on it does not exist for us. */
export type AllowList = Readonly<Partial<Record<FieldSource, readonly AllowedField[]>>>
