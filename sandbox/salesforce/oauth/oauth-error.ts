import { PermanentError } from '#src/errors.ts'

/** What the token endpoint answers with status 400: `{error, error_description}`. */
export function oauthError(code: string, description: string): PermanentError {
  return new PermanentError(code, description)
}
