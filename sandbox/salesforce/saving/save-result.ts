/** One reason a record was not saved, as collections and the SOAP SaveResult name it. */
export interface SaveError {
  readonly statusCode: string
  readonly message: string
  readonly fields: readonly string[]
}

export type SaveResult =
  | { readonly id: string; readonly success: true; readonly errors: readonly [] }
  | { readonly id?: string; readonly success: false; readonly errors: readonly SaveError[] }

export const saved = (id: string): SaveResult => ({ id, success: true, errors: [] })

export const notSaved = (...errors: readonly SaveError[]): SaveResult => ({
  success: false,
  errors,
})

export const saveError = (
  statusCode: string,
  message: string,
  fields: readonly string[] = [],
): SaveError => ({ statusCode, message, fields })
