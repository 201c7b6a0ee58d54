import type { Channel, Hold, NextAction } from '../ports.ts'

/**
 * What a rep is told to do once consent had its say: nothing under a hold, and never an action whose
 * channel is closed.
 */
export function nextActionFor(
  advised: NextAction,
  hold: Hold | null,
  channels: readonly Channel[],
): NextAction {
  if (hold === 'crisis') return 'follow-crisis-protocol'
  if (hold !== null || channels.length === 0) return 'none'
  if (advised === 'call' && !channels.includes('phone')) {
    return channels.includes('email') ? 'email' : 'send-information'
  }
  if (advised === 'email' && !channels.includes('email')) return 'send-information'
  return advised
}
