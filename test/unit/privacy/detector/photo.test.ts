import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['IMG_2041.jpg', 'IMG_2041.jpg'],
  ['photo of the patient', 'photo of the patient'],
  ['I attached a picture of my insurance card', 'picture of my insurance card'],
  ['data:image/png;base64,iVBORw0KGgo=', 'data:image/png;base64'],
  ['selfie', 'selfie'],
  ['scan of id.png', 'id.png'],
  ['full-face photo', 'full-face photo'],
  ['headshot attached', 'headshot'],
  ['foto de mi hijo', 'foto de mi hijo'],
  ['photo_url=x', 'photo_url'],
  ['wound photos uploaded', 'wound photos'],
  ['profile picture', 'profile picture'],
  ['screenshot 2026.PNG', '2026.PNG'],
  ['pictures of her arms', 'pictures of her arms'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'bring a photo ID',
  'get the full picture',
  'picture this',
  'logo.png',
  'the big picture',
  'image of success',
  'no photos please',
  'stock photos',
  'self-image',
  'imagine that',
  'header-banner.jpg',
  'photography class',
]

describe('photographs', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('photo', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('photo', text)

    expect(spans).toEqual([])
  })
})
