import { timingSafeEqual } from 'node:crypto'
import { type ChainHead, sealHead } from '../ledger/chain.ts'
import type { Keyring } from './secrets.ts'

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
