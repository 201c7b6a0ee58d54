import { Accordion, Flex, List, Text } from '@hubspot/ui-extensions'
import { CARD_TEXTS } from './card-texts.ts'
import type { Note } from './read-note.ts'
import type { Score } from './read-score.ts'

/** The top reason, then all reasons of the note. */
export function Reasons({ score: { topReason, note } }: { readonly score: Score }) {
  return (
    <Flex direction="column" gap="extra-small">
      {topReason !== undefined && (
        <Text format={{ fontWeight: 'demibold' }}>{`${CARD_TEXTS.topReason}: ${topReason}`}</Text>
      )}
      {note.reasons.length > 0 && (
        <>
          <Text variant="microcopy">{CARD_TEXTS.reasons}</Text>
          <List variant="unordered-styled">
            {note.reasons.map((reason) => (
              <Text key={reason}>{reason}</Text>
            ))}
          </List>
        </>
      )}
    </Flex>
  )
}

/** The whole note under its own headings; nothing when there is none. */
export function NoteView({ note, open = false }: { readonly note: Note; readonly open?: boolean }) {
  if (note.sections.length === 0) return null
  return (
    <Accordion title={CARD_TEXTS.note} defaultOpen={open}>
      <Flex direction="column" gap="small">
        {note.sections.map(({ heading, lines }) => (
          <Flex key={heading + lines.join()} direction="column">
            {heading !== '' && <Text format={{ fontWeight: 'bold' }}>{heading}</Text>}
            {lines.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </Flex>
        ))}
      </Flex>
    </Accordion>
  )
}
