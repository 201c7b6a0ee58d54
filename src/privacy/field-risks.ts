import type { CrmField } from '../connector-port.ts'
import { detectsIn } from './detects-in.ts'
import type { JudgementCode, Reason } from './field-judgement.ts'
import { isHealthCloud } from './needs-basis.ts'
import { plainName } from './plain-name.ts'
import { closedClasses } from './refused-field.ts'
import { type Telling, tellingWords } from './telling-words.ts'
import { plainWords } from './vocabularies/vocabulary.ts'

const reason = (code: JudgementCode, text: string): Reason => ({ code, text })

/** Why a field stays out unless its owner maps it with a recorded basis. */
export function refusals(field: CrmField): readonly Reason[] {
  const classes = closedClasses(field)
  const found: Reason[] = []
  if (field.sensitivity !== 'none') {
    found.push(reason('labelled-sensitive', `The CRM marks it as ${field.sensitivity}.`))
  }
  if (classes.length > 0) {
    found.push(reason('classed', `Its owner classed it ${classes.join(', ')}.`))
  }
  if (isHealthCloud(field.field) || isHealthCloud(`${field.source}.x`)) {
    found.push(reason('health-cloud', 'It belongs to Health Cloud or a clinical object.'))
  }
  return found
}

const TELLS: Readonly<Record<Telling, Reason>> = {
  identifier: reason('name-identifier', 'Its name speaks of something that identifies a person.'),
  health: reason('name-health', 'Its name speaks of health.'),
  'free-text': reason('name-free-text', 'Its name invites people to write what they like.'),
  protected: reason('name-protected', 'Its name speaks of a trait nobody may be scored by.'),
}

const BY_TYPE: Readonly<Partial<Record<CrmField['type'], Reason>>> = {
  'long-text': reason('free-text', 'It holds free text; nothing is read from it without a basis.'),
  text: reason('open-text', 'Anything may be typed into it; only a closed vocabulary may read it.'),
  reference: reason('reference', 'It names another record.'),
  other: reason('unknown-type', 'What it holds cannot be told from its type.'),
}

/** Why mapping a field asks for a second look. Judged by schema alone, never by what it holds. */
export function risks(field: CrmField): readonly Reason[] {
  const names = [plainName(field.field), plainWords(field.label)]
  const telling = new Set(names.flatMap((words) => tellingWords(words, field.type)))
  const byType = BY_TYPE[field.type]
  const found: Reason[] = byType === undefined ? [] : [byType]
  for (const tell of telling) found.push(TELLS[tell])
  if (telling.size === 0 && names.some(detectsIn)) {
    found.push(reason('name-detected', 'Its name holds a term of health or an identifier.'))
  }
  if (field.options.some((option) => tellsHealth(option))) {
    found.push(reason('options-health', 'Its list of values speaks of health.'))
  }
  return found
}

function tellsHealth(option: string): boolean {
  return tellingWords(plainName(option), 'choice').includes('health') || detectsIn(option)
}
