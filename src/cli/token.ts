import type { Config } from '#src/config.ts'
import { hashSecret, makeSecret } from '#src/http/sign-in-secret.ts'
import type { AccessRole } from '#src/store/access-repositories.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

const BY = 'operator'

/** `leadwell token create <name> --role <role>`: the only time the token is shown. */
export function runTokenCreate(
  config: Config,
  { name, role }: { readonly name: string; readonly role: AccessRole },
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async ({ store }) => {
    const secret = makeSecret()
    await store.access.createToken({ name, role, hash: hashSecret(secret), by: BY })
    output.object({ name, role, token: secret })
    output.line(`${name} may now use the API as ${role} with this token:`)
    output.line(`\n  ${secret}\n`)
    output.line(
      'It is not kept and cannot be shown again. Send it as: Authorization: Bearer <token>',
    )
    return EXIT.ok
  })
}

/** `leadwell token list`: names and dates, never a token. */
export function runTokenList(config: Config, output: Output): Promise<ExitCode> {
  return withRuntime(config, async ({ store }) => {
    const tokens = await store.access.listTokens()
    for (const token of tokens) output.object(token)
    if (tokens.length === 0) {
      output.line('There are none. Make one with: leadwell token create <name> --role <role>')
      return EXIT.ok
    }
    output.table(
      ['name', 'role', 'made', 'by', 'last used', 'revoked'],
      tokens.map(({ name, role, createdAt, createdBy, lastUsedAt, revokedAt }) => {
        return [name, role, dateOf(createdAt), createdBy, dateOf(lastUsedAt), dateOf(revokedAt)]
      }),
    )
    return EXIT.ok
  })
}

/** `leadwell token revoke <name>`: from now on it opens nothing. */
export function runTokenRevoke(config: Config, name: string, output: Output): Promise<ExitCode> {
  return withRuntime(config, async ({ store }) => {
    await store.access.revokeToken(name, BY)
    output.object({ revoked: name })
    output.line(`${name} is revoked, and its sessions are over.`)
    return EXIT.ok
  })
}

function dateOf(at: number | undefined): string {
  return at === undefined ? '' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`
}
