import type { WriteResult } from '#src/connector-port.ts'
import type { Intent, Log, RecordRef } from '#src/ports.ts'
import type { Querier } from '../querying/query.ts'
import type { RecordAnswer, RecordAnswers } from './write-answer.ts'
import { judgeErrors, type RecordError, type RecordVerdict } from './write-policy.ts'
import type { RuleNames } from './write-rules.ts'
import { followVanished } from './write-vanished.ts'

export interface SettleDeps {
  readonly querier: Pick<Querier, 'outcomes'>
  readonly rules: RuleNames
  readonly log: Log
}

const VALIDATION = 'FIELD_CUSTOM_VALIDATION_EXCEPTION'

/** Turns what was said of each record into its result, in the order of the intents. */
export async function settle(
  deps: SettleDeps,
  intents: readonly Intent[],
  answers: RecordAnswers,
): Promise<readonly WriteResult[]> {
  const vanished = new Map<RecordRef, string>()
  const refusals = new Map<string, { todo: string; records: number }>()
  const results: WriteResult[] = []
  for (const intent of intents) {
    const { ref } = intent
    const answer = answers.get(intent) ?? UNANSWERED
    if (answer.said === 'saved') results.push({ ref, outcome: 'written' })
    else if (answer.said === 'nothing') results.push({ ref, outcome: 'retry', code: answer.code })
    else {
      const { policy, code } = await nameRule(deps.rules, ref, answer.errors)
      if (policy.outcome === 'gone') vanished.set(ref, code)
      if (policy.outcome === 'refused') {
        const records = (refusals.get(code)?.records ?? 0) + 1
        refusals.set(code, { todo: policy.todo, records })
      }
      results.push(resultOf(ref, { policy, code }))
    }
  }
  for (const [code, told] of refusals)
    deps.log.warn('Salesforce refused records', { code, ...told })
  if (vanished.size === 0) return results
  const followed = await followVanished(deps.querier, vanished)
  return results.map((result) => followed.get(result.ref) ?? result)
}

const UNANSWERED: RecordAnswer = { said: 'nothing', code: 'salesforce-record-unanswered' }

/** With the rule's name, where it is known: `FIELD_CUSTOM_VALIDATION_EXCEPTION/Phone_Required`. */
async function nameRule(
  rules: RuleNames,
  { object }: RecordRef,
  errors: readonly RecordError[],
): Promise<RecordVerdict> {
  const verdict = judgeErrors(errors)
  const broken = errors.find(({ code }) => code === VALIDATION)
  if (broken === undefined || !verdict.code.startsWith(VALIDATION)) return verdict
  const name = await rules.nameOf(object, broken)
  return name === undefined ? verdict : { ...verdict, code: `${VALIDATION}/${name}` }
}

function resultOf(ref: RecordRef, { policy, code }: RecordVerdict): WriteResult {
  if (policy.outcome !== 'retry') {
    return policy.outcome === 'gone' ? { ref, outcome: 'gone' } : { ref, outcome: 'refused', code }
  }
  const wait = policy.waitMs === undefined ? {} : { retryAfterMs: policy.waitMs }
  return { ref, outcome: 'retry', code, ...wait }
}
