import { z } from 'zod'
import { errorCode, PermanentError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'

/** Which channel a portal's changes are pushed over; setting it again counts as a change. */
const Setting = z.object({ channel: z.string(), since: z.number() })
export type PushSetting = z.infer<typeof Setting>
const Position = z.object({ channel: z.string(), position: z.string() })
const PushTrouble = z.object({ code: z.string(), since: z.number() })
export type PushTrouble = z.infer<typeof PushTrouble>

const SETTING = 'push-setting'
const POSITION = 'push'
const TROUBLE = 'push-trouble'

/** Change events of Salesforce are on channels below `/data/`. */
const CHANNEL = /^\/data\/[A-Za-z][A-Za-z0-9_]{0,79}$/

/** What an admin asked for; `undefined` where changes are only polled. */
export async function pushSetting(
  store: Store,
  portal: PortalId,
): Promise<PushSetting | undefined> {
  return Setting.safeParse(await store.cursors.get(portal, SETTING)).data
}

/** Throws PermanentError `push-channel-invalid`; `undefined` turns push off. */
export async function setPush(
  store: Store,
  portal: PortalId,
  setting: PushSetting | undefined,
): Promise<void> {
  if (setting !== undefined && !CHANNEL.test(setting.channel)) {
    throw new PermanentError(
      'push-channel-invalid',
      'A channel of change events looks like /data/Leadwell__chn.',
    )
  }
  await store.transaction(async ({ cursors }) => {
    await cursors.remove(portal, TROUBLE)
    if (setting !== undefined) {
      await cursors.set(portal, SETTING, setting)
      return
    }
    await cursors.remove(portal, SETTING)
    await cursors.remove(portal, POSITION)
  })
}

/** Where to go on in this channel; a position of another one means nothing. */
export async function pushPosition(
  store: Store,
  portal: PortalId,
  channel: string,
): Promise<string | undefined> {
  const kept = Position.safeParse(await store.cursors.get(portal, POSITION)).data
  return kept?.channel === channel ? kept.position : undefined
}

/** Belongs into the transaction that keeps what came up to there. */
export async function savePushPosition(
  store: Store,
  portal: PortalId,
  kept: z.infer<typeof Position>,
): Promise<void> {
  await store.cursors.set(portal, POSITION, kept)
}

export async function forgetPushPosition(store: Store, portal: PortalId): Promise<void> {
  await store.cursors.remove(portal, POSITION)
}

/** What keeps push from working since when; polling goes on meanwhile. */
export async function pushTrouble(
  store: Store,
  portal: PortalId,
): Promise<PushTrouble | undefined> {
  return PushTrouble.safeParse(await store.cursors.get(portal, TROUBLE)).data
}

export async function notePushTrouble(
  store: Store,
  portal: PortalId,
  { error, at }: { error: unknown; at: number },
): Promise<void> {
  const code = errorCode(error)
  const known = await pushTrouble(store, portal)
  if (known?.code !== code) await store.cursors.set(portal, TROUBLE, { code, since: at })
}

export async function clearPushTrouble(store: Store, portal: PortalId): Promise<void> {
  await store.cursors.remove(portal, TROUBLE)
}
