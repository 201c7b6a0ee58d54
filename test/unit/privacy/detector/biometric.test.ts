import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['her fingerprint scan is on file', 'fingerprint'],
  ['voiceprint enrolled', 'voiceprint'],
  ['retina scan', 'retina scan'],
  ['facial recognition template of the client', 'facial recognition'],
  ['call recording attached', 'call recording'],
  ['recording of the call with her', 'recording of the call'],
  ['call-0412.wav', 'call-0412.wav'],
  ['voicemail_5125550142.mp3', 'voicemail_5125550142.mp3'],
  ['iris scan', 'iris scan'],
  ['DNA sample', 'DNA sample'],
  ['recording_url: x', 'recording_url'],
  ['intake interview.m4a', 'interview.m4a'],
  ['huella digital', 'huella digital'],
  ['recorded call from yesterday', 'recorded call'],
  ['session.mp4', 'session.mp4'],
  ['palm print', 'palm print'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'this call may be recorded',
  'fingerprint background check',
  'biometric screening event',
  'meditation.mp3',
  'a broken record',
  'keep a record of calls',
  'the recording studio',
  'set the record straight',
  'voice your concerns',
  'face to face',
  'record of attendance',
  'TLS certificate fingerprint',
]

describe('biometric identifiers', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('biometric', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('biometric', text)

    expect(spans).toEqual([])
  })
})
