import { Flex, Text } from '@hubspot/ui-extensions'
import { CrmPropertyList } from '@hubspot/ui-extensions/crm'
import { FEEDBACK_PROPERTY } from './card-properties.ts'
import { CARD_TEXTS } from './card-texts.ts'

/**
 * The rep's verdict. A card cannot write properties itself, but `CrmPropertyList` edits them in place
 * and saves as the person at the screen (HubSpot docs, "CrmPropertyList"); side bars may not hold one.
 */
export function Feedback({ short }: { readonly short: boolean }) {
  if (short) return <Text variant="microcopy">{CARD_TEXTS.feedback.elsewhere}</Text>
  return (
    <Flex direction="column" gap="extra-small">
      <Text format={{ fontWeight: 'demibold' }}>{CARD_TEXTS.feedback.title}</Text>
      <CrmPropertyList properties={[FEEDBACK_PROPERTY]} />
      <Text variant="microcopy">{CARD_TEXTS.feedback.body}</Text>
    </Flex>
  )
}
