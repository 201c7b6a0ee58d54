/** A field path in lower or mixed case as written: `['Account', 'Industry']`. */
export type FieldPath = readonly string[]

export type Literal =
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'date'; readonly value: string }
  | { readonly kind: 'datetime'; readonly epochMs: number }
  /** `TODAY` or `LAST_N_DAYS:30`. */
  | { readonly kind: 'range'; readonly name: string; readonly count: number }

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'LIKE'

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | {
      readonly kind: 'compare'
      readonly path: FieldPath
      readonly operator: Comparison
      readonly value: Literal
    }
  | {
      readonly kind: 'in'
      readonly path: FieldPath
      readonly negated: boolean
      readonly values: readonly Literal[] | Query
    }
  | {
      readonly kind: 'includes'
      readonly path: FieldPath
      readonly negated: boolean
      readonly values: readonly Literal[]
    }

export interface Ordering {
  readonly path: FieldPath
  readonly descending: boolean
  readonly nullsLast: boolean
}

export interface Query {
  /** Empty for `SELECT COUNT()`. */
  readonly fields: readonly FieldPath[]
  readonly isCount: boolean
  readonly from: string
  readonly where: Condition | undefined
  readonly orderBy: readonly Ordering[]
  readonly limit: number | undefined
  readonly offset: number
}
