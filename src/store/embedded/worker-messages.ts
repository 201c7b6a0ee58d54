export interface WorkerInput {
  readonly dataPath: string
  readonly socketPath: string
}

/** What the database thread tells the process. Errors lose their class on the way. */
export type WorkerMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'broken'; readonly code: string }
  | {
      readonly kind: 'failed'
      readonly code: string
      readonly message: string | undefined
      readonly hint: string | undefined
    }
