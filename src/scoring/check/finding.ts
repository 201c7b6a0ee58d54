/** An `error` makes a model wrong to use; a `warning` is for a person to judge. */
export type Severity = 'error' | 'warning'

/** Something a lint found, at a path of keys and list positions in the file. */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly path: readonly PropertyKey[]
  /** What is so, naming the rule. */
  readonly message: string
  /** What to do about it. */
  readonly fix: string
}

export interface LocatedFinding extends Finding {
  /** 1-based. */
  readonly line: number
}
