/** Something wrong in a file a person wrote, at a path of keys and list positions. */
export interface Problem {
  readonly path: readonly PropertyKey[]
  readonly what: string
}
