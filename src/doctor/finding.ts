/** What was looked at, how it stands, and what to do where it does not stand well. */
export interface Finding {
  /** `redis`, `store`, `settings` or a portal's id. */
  readonly area: string
  readonly check: string
  /** `note`: works, with less than there could be. `problem`: something does not work. */
  readonly level: 'ok' | 'note' | 'problem'
  readonly says: string
  readonly todo?: string
}
