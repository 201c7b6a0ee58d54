import { Link } from '@hubspot/ui-extensions'
import { createRenderer } from '@hubspot/ui-extensions/testing'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { SettingsPage } from '../../../crm/hubspot/src/app/settings/settings-page.tsx'

describe('the settings page', () => {
  it('says what is read and written, and links to the service and its guide', () => {
    const page = createRenderer('settings')
    page.mocks.context.variables = {
      LEADWELL_URL: 'https://leadwell.example',
      DOCUMENTATION_URL: 'https://leadwell.example/docs',
    }

    page.render(createElement(SettingsPage))

    expect(page.getRootNode().toString()).toContain('What Leadwell reads')
    expect(page.getRootNode().toString()).toContain('What Leadwell writes')
    expect(page.findAll(Link).map(({ props }) => props.href)).toEqual([
      { url: 'https://leadwell.example', external: true },
      { url: 'https://leadwell.example/docs', external: true },
    ])
  })

  it.each([[undefined], ['javascript:alert(1)'], ['http://leadwell.example']])(
    'shows no link for the address %s',
    (url) => {
      const page = createRenderer('settings')
      if (url !== undefined) page.mocks.context.variables = { LEADWELL_URL: url }

      page.render(createElement(SettingsPage))

      expect(page.findAll(Link)).toEqual([])
    },
  )
})
