import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { runProgram } from '#src/cli/run-program.ts'
import { PermanentError } from '#src/errors.ts'

/** What a person sees when a command throws this. */
async function printed(error: unknown): Promise<{ text: string; code: number }> {
  const command = new Command('leadwell').action(() => {
    throw error
  })
  let text = ''
  const stderr = { write: (chunk: string) => (text += chunk) } as unknown as NodeJS.WritableStream
  const code = await runProgram({ command, exitCode: () => 0 }, ['node', 'leadwell'], stderr)
  return { text, code }
}

describe('an error at the terminal', () => {
  it('is told with its code and what to do', async () => {
    const error = new PermanentError('port-taken', 'Port 3000 is taken.', 'Set PORT to a free one.')

    expect(await printed(error)).toEqual({
      text: 'leadwell: Port 3000 is taken. [port-taken]\nSet PORT to a free one.\n',
      code: 1,
    })
  })

  it.each([
    'HubSpot refused jane.doe@example.com',
    'Value "219-09-9999" is not valid',
    'Property message: she is suicidal',
  ])(
    'that tells who somebody is or how they are is told by its code alone: %s',
    async (message) => {
      const { text } = await printed(new PermanentError('hubspot-refused', message))

      expect(text).toBe('leadwell: the message was withheld [hubspot-refused]\n')
    },
  )

  it('of unknown origin says its class and never its message', async () => {
    const { text } = await printed(new RangeError('Jane Doe'))

    expect(text).toContain('[RangeError]')
    expect(text).not.toContain('Jane')
  })
})
