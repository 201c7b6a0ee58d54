/** One reason a record was not saved, as collections and the SOAP SaveResult name it. */
export interface SaveError {
  readonly statusCode: string
  readonly message: string
  readonly fields: readonly string[]
}

export type SaveResult =
  | { readonly id: string; readonly success: true; readonly errors: readonly [] }
  | { readonly id?: string; readonly success: false; readonly errors: readonly SaveError[] }

/** The result of a record that was saved. */
export const saved = (id: string): SaveResult => ({ id, success: true, errors: [] })

/** The result of a record that was not. */
export const notSaved = (...errors: readonly SaveError[]): SaveResult => ({
  success: false,
  errors,
})

/** One reason, with the API names of the fields it is about. */
export const saveError = (
  statusCode: string,
  message: string,
  fields: readonly string[] = [],
): SaveError => ({ statusCode, message, fields })
