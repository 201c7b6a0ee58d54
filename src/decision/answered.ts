import { dateIn } from '../consent/fact-questions.ts'
import type { ActivityKind, NextAction, SafeRecord } from '../ports.ts'

const DAY_MS = 86_400_000
const NEVER = -Infinity

/** By which somebody of us and the person were in touch with each other. */
const IN_TOUCH: ReadonlySet<ActivityKind> = new Set(['call-connected', 'meeting-attended'])

/** Whoever looks at us again this long after a conversation begins anew. */
const BEGINS_ANEW_MS = 30 * DAY_MS

/** What opens an inquiry, and how much later than a conversation it has to come for that. */
const OPENS_AFTER_MS: ReadonlyMap<ActivityKind, number> = new Map([
  ['form-submitted', 0],
  ['consult-requested', 0],
  ['email-replied', 0],
  ['message-received', 0],
  // A demo shows what there is; the talk about it is what the models advise afterwards.
  ['demo-attended', 0],
  ['meeting-missed', 0],
  // What was agreed on in a conversation is booked, and a meeting logged, soon after it.
  ['meeting-booked', DAY_MS],
  ['demo-booked', DAY_MS],
  ['consult-booked', DAY_MS],
  ['page-viewed', BEGINS_ANEW_MS],
  ['content-downloaded', BEGINS_ANEW_MS],
  ['webinar-registered', BEGINS_ANEW_MS],
  ['webinar-attended', BEGINS_ANEW_MS],
  ['campaign-responded', BEGINS_ANEW_MS],
])

export interface Answered {
  /** When we were last in touch, where nothing waits for an answer since; epoch ms. */
  readonly at: number | undefined
  /** When they last did what waits for an answer; epoch ms, `-Infinity` where that is not known. */
  readonly askedAt: number
}

/** Of whom nobody expects an answer by a time. */
export const NOT_ASKED: Answered = { at: undefined, askedAt: NEVER }

/** Whether what somebody asked was answered, in one pass over what happened, in whatever order. */
export function answered({
  facts,
  activities,
}: Pick<SafeRecord, 'facts' | 'activities'>): Answered {
  const isRepInTouch = facts['repFeedback'] === 'already-in-touch'
  let inTouchAt = NEVER
  // Portals whose forms and mails are not read as acts tell the latest of them.
  let askedAt = Math.max(dateIn(facts, 'lastFormAt'), dateIn(facts, 'lastEmailReplyAt'))
  let opensAt = askedAt
  for (const { kind, at } of activities) {
    const opensAfter = OPENS_AFTER_MS.get(kind)
    if (opensAfter !== undefined) {
      opensAt = Math.max(opensAt, at - opensAfter)
      if (opensAfter < BEGINS_ANEW_MS) askedAt = Math.max(askedAt, at)
      // The fact is the last feedback there is, and undated; the act dates it.
    } else if (IN_TOUCH.has(kind) || (isRepInTouch && kind === 'feedback-given')) {
      inTouchAt = Math.max(inTouchAt, at)
    }
  }
  return { at: inTouchAt > opensAt ? inTouchAt : undefined, askedAt }
}

const REACHES_OUT: ReadonlySet<NextAction> = new Set(['call', 'email'])

/** Whoever was answered is not to be reached for the same again; any other step stays. */
export function actionOnceAnswered(nextAction: NextAction, { at }: Answered): NextAction {
  return at !== undefined && REACHES_OUT.has(nextAction) ? 'nurture' : nextAction
}
