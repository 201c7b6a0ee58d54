import type { Config } from '#src/config.ts'
import type { Resealed } from '#src/store/privacy-repositories.ts'
import { rotateKeys } from '#src/store/rotate-keys.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { withRuntime } from './with-runtime.ts'

/** `leadwell keys rotate`: afterwards the older keys open nothing that is needed; exit code 3 where they do. */
export function runKeysRotate(config: Config, output: Output): Promise<ExitCode> {
  return withRuntime(config, async ({ store, keys }) => {
    const { credentials, chains } = await rotateKeys(store)
    output.object({ keys: keys.all.length, credentials, chains })
    output.table(
      ['what', 'sealed anew', 'with the newest key already', 'not opened'],
      [row('credentials of portals', credentials), row('chains of the ledger', chains)],
    )
    for (const portal of credentials.failed) {
      output.problem(
        `${portal}: no configured key opens its credentials. Put the key they were saved with behind the newest in LEADWELL_SECRET_KEY and run this again, or connect it again.`,
      )
    }
    for (const chain of chains.failed) {
      output.problem(
        `The ledger of ${chain === '' ? 'no portal' : chain} is not as any configured key sealed it, and was left so. See: leadwell audit ${chain === '' ? '' : `${chain} `}--verify`,
      )
    }
    if (credentials.failed.length + chains.failed.length > 0) return EXIT.incomplete
    output.line(
      keys.all.length === 1
        ? 'Only one key is configured, and nothing needs another.'
        : 'The older keys can go once every process seals with the newest: take them out of LEADWELL_SECRET_KEY.',
    )
    return EXIT.ok
  })
}

function row(
  what: string,
  { resealed, kept, failed }: Resealed<string>,
): readonly (string | number)[] {
  return [what, resealed, kept, failed.length]
}
