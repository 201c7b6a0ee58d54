import { Accordion, Alert, Flex } from '@hubspot/ui-extensions'
import { CARD_TEXTS, HOLD_TEXTS, OTHER_HOLD } from './card-texts.ts'
import type { Reader } from './format-instant.ts'
import { NextStep } from './next-step.tsx'
import { NoteView } from './note-view.tsx'
import type { Score } from './read-score.ts'
import { ScoreSummary } from './score-summary.tsx'

interface HeldViewProps {
  readonly hold: string
  readonly score: Score
  readonly reader: Reader
  readonly now: number
}

/** Why nobody acts comes first; a score there may be folds away, so that it tempts nobody. */
export function HeldView({ hold, score, reader, now }: HeldViewProps) {
  const { title, body, variant } = HOLD_TEXTS[hold] ?? OTHER_HOLD
  const idle: Score = { ...score, nextAction: undefined, respondBy: undefined }
  return (
    <Flex direction="column" gap="medium">
      <Alert title={title} variant={variant}>
        {body}
      </Alert>
      <NextStep score={idle} reader={reader} now={now} />
      <NoteView note={score.note} />
      {score.score !== undefined && (
        <Accordion title={CARD_TEXTS.details}>
          <ScoreSummary score={score} />
        </Accordion>
      )}
    </Flex>
  )
}
