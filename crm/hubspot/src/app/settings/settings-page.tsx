import { Flex, Heading, Link, List, Text, useExtensionContext } from '@hubspot/ui-extensions'
import { SETTINGS_TEXTS } from './settings-texts.ts'

const PARTS = [SETTINGS_TEXTS.reads, SETTINGS_TEXTS.writes, SETTINGS_TEXTS.promises]

/** What Leadwell reads and writes in this portal. Nothing is set here: settings live with the service. */
export function SettingsPage() {
  const { variables } = useExtensionContext<'settings'>()
  return (
    <Flex direction="column" gap="medium">
      <Heading>{SETTINGS_TEXTS.title}</Heading>
      <Text>{SETTINGS_TEXTS.intro}</Text>
      {PARTS.map(({ title, items }) => (
        <Flex key={title} direction="column" gap="extra-small">
          <Heading>{title}</Heading>
          <List variant="unordered-styled">
            {items.map((item) => (
              <Text key={item}>{item}</Text>
            ))}
          </List>
        </Flex>
      ))}
      <Flex direction="row" gap="medium">
        {linkTo(variables?.['LEADWELL_URL'], SETTINGS_TEXTS.manage)}
        {linkTo(variables?.['DOCUMENTATION_URL'], SETTINGS_TEXTS.docs)}
      </Flex>
    </Flex>
  )
}

/** Addresses come from the profile the project was uploaded with; without one there is no link. */
function linkTo(url: unknown, text: string) {
  if (typeof url !== 'string' || !url.startsWith('https://')) return null
  return <Link href={{ url, external: true }}>{text}</Link>
}
