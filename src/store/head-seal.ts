import { timingSafeEqual } from 'node:crypto'
import type { Kysely } from 'kysely'
import { type ChainHead, sealHead } from '../ledger/chain.ts'
import type { Keyring } from './secrets.ts'
import type { Tables } from './tables.ts'

/** Made with the newest key. */
export function headSeal({ newest }: Keyring, portal: string, head: ChainHead): Buffer {
  return sealHead(newest.bytes, portal, head)
}

/** Whether one of the configured keys made this seal of this head. */
export function isSealed(
  { all }: Keyring,
  portal: string,
  head: ChainHead,
  seal: Uint8Array,
): boolean {
  return all
    .map(({ bytes }) => sealHead(bytes, portal, head))
    .some((made) => made.length === seal.length && timingSafeEqual(made, seal))
}

/** Seals every head anew with the newest key; one that no configured key has sealed stays as it is. */
export async function resealHeads(db: Kysely<Tables>, keys: Keyring): Promise<void> {
  await db.transaction().execute(async (held) => {
    const heads = await held
      .selectFrom('ledger_heads')
      .selectAll()
      .orderBy('portal')
      .forUpdate()
      .execute()
    for (const { portal, seal, ...head } of heads) {
      if (!isSealed(keys, portal, head, seal)) continue
      const renewed = headSeal(keys, portal, head)
      await held
        .updateTable('ledger_heads')
        .set({ seal: renewed })
        .where('portal', '=', portal)
        .execute()
    }
  })
}
