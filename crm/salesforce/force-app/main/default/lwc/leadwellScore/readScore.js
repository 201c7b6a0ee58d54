import { readNote } from './readNote'

/**
 * What the fields come to. In crisis nothing is read besides the hold, so that nothing else can be shown;
 * and whoever may not see the hold is shown no score, for it might be on hold.
 */
export function readScore(fields) {
  if (fields.Leadwell_Hold__c === undefined) return { kind: 'hidden' }
  const hold = textOf(fields.Leadwell_Hold__c)
  if (hold === 'crisis') return { kind: 'crisis' }
  const score = scoreOf(fields)
  if (hold !== undefined) return { kind: 'held', hold, score }
  return score.score === undefined ? { kind: 'unscored' } : { kind: 'scored', score }
}

function scoreOf(fields) {
  return {
    score: numberOf(fields.Leadwell_Score__c),
    fit: numberOf(fields.Leadwell_Fit__c),
    engagement: numberOf(fields.Leadwell_Engagement__c),
    grade: textOf(fields.Leadwell_Grade__c),
    tier: choiceOf(fields.Leadwell_Tier__c),
    audience: choiceOf(fields.Leadwell_Audience__c),
    topReason: textOf(fields.Leadwell_Top_Reason__c),
    note: readNote(textOf(fields.Leadwell_Handoff_Note__c) ?? ''),
    nextAction: choiceOf(fields.Leadwell_Next_Action__c),
    channels: (choiceOf(fields.Leadwell_Channels__c) ?? '').split(';').filter(Boolean).join(', '),
    respondBy: textOf(fields.Leadwell_Respond_By__c),
    scoredAt: textOf(fields.Leadwell_Scored_At__c),
    model: textOf(fields.Leadwell_Model__c),
    segment: textOf(fields.Leadwell_Segment__c),
    feedback: textOf(fields.Leadwell_Feedback__c),
  }
}

/** Label in the reader's language as Salesforce gives it; a value without one is shown in words. */
function choiceOf(field) {
  return field?.displayValue || textOf(field)?.replaceAll('_', ' ')
}

function textOf(field) {
  const text = field?.value?.toString().trim()
  return text ? text : undefined
}

function numberOf(field) {
  return typeof field?.value === 'number' ? field.value : undefined
}
