import {
  askedForCall,
  askedForEmail,
  askedForText,
  awaitsText,
} from '../consent/asked-for-contact.ts'
import type { ConsentDecision } from '../consent/decide-consent.ts'
import type { Hold, NextAction, SafeRecord } from '../ports.ts'
import type { CompiledModel } from '../scoring/score.ts'
import { callAnswersUntil } from './call-answers-until.ts'

interface Advised {
  readonly action: NextAction
  /** The model that advises it. */
  readonly model: Pick<CompiledModel, 'audience'>
  readonly consent: Pick<ConsentDecision, 'hold' | 'channels'>
  readonly record: Pick<SafeRecord, 'facts' | 'activities'>
  /** Epoch ms. */
  readonly now: number
}

interface NextStep {
  readonly nextAction: NextAction
  /** When it becomes another by time alone; epoch ms. */
  readonly changesAt: number | undefined
}

/** What a rep is told to do of somebody held back, or of whom no channel is open. */
export function actionUnder(hold: Hold | null): NextAction {
  return hold === 'crisis' ? 'follow-crisis-protocol' : 'none'
}

/** Actions that take one channel and no other. */
const TIED: ReadonlySet<NextAction> = new Set(['call', 'email', 'send-information'])

/**
 * What a rep is told to do once consent and the person had their say: nothing under a hold, never an
 * action whose channel is closed, and an answer in writing to whoever asked for one.
 */
export function nextActionFor(advised: Advised): NextStep {
  const { action, consent, now } = advised
  const { hold, channels } = consent
  if (hold !== null || channels.length === 0) return lasting(actionUnder(hold))
  if (!TIED.has(action)) return lasting(action)
  const byEmail = action === 'call' ? 'email' : action
  const otherwise = channels.includes('email') ? byEmail : 'nurture'
  if (!isForPhone(advised)) return lasting(otherwise)
  const until = callableUntil(advised)
  if (until <= now) return lasting(otherwise)
  return { nextAction: 'call', changesAt: until === Infinity ? undefined : until }
}

/** Whether a call is what suits them, if one still answers anything. */
function isForPhone({ action, consent: { channels }, record: { facts } }: Advised): boolean {
  if (!channels.includes('phone')) return false
  const hasEmail = channels.includes('email')
  if (action !== 'call') return !hasEmail && askedForCall(facts)
  if (askedForEmail(facts)) return !hasEmail
  // No action of its own stands for a text message; an email comes closest.
  if (askedForText(facts)) return !hasEmail && !awaitsText(facts, channels)
  return true
}

/**
 * Whoever sought care once and comes back to read has not asked to be rung up, and may not be alone.
 * In the other audiences people act for an organisation, expect to be called about it, and are in touch
 * over quarters: there the model alone says when.
 */
function callableUntil({ model, record }: Advised): number {
  return model.audience === 'individual' ? callAnswersUntil(record) : Infinity
}

function lasting(nextAction: NextAction): NextStep {
  return { nextAction, changesAt: undefined }
}
