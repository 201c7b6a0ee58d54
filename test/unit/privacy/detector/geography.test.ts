import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['I live at 4417 Larkspur Hollow Rd, Apt 2B', '4417 Larkspur Hollow Rd'],
  ['Mail it to P.O. Box 1187', 'P.O. Box 1187'],
  ['1600 W 5th St Unit 12, Tempe, AZ 85281', '1600 W 5th St'],
  ['we moved to Chattanooga last year', 'Chattanooga'],
  ['Marble Falls, TX', 'Marble Falls, TX'],
  ['my zip is 78704', '78704'],
  ['Zip code: 30309-2217', '30309-2217'],
  ['Travis County resident', 'Travis County'],
  ['City: Petaluma', 'Petaluma'],
  ['three-digit zip 036', '036'],
  ['zip3: 893', '893'],
  ['lat 30.26715, long -97.74306', '30.26715'],
  ['45.5231, -122.6765', '45.5231, -122.6765'],
  ['20 Calle Luna, San Juan', 'San Juan'],
  ["I'm in Boise and can travel", 'Boise'],
  ['anyone near Ypsilanti?', 'Ypsilanti'],
  ['Vivo en Guadalajara', 'Guadalajara'],
  ['office on Burnet Road please', 'Burnet Road'],
  ['2200 Highway 71 W', '2200 Highway 71 W'],
  ['K1A 0B1 is the postal code', 'K1A 0B1'],
  ['do you have a therapist in Des Moines?', 'Des Moines'],
  ['350 fifth avenue', '350 fifth avenue'],
  ['he is staying in a small town called Wimberley', 'Wimberley'],
  ['i live in tampa', 'tampa'],
  ['Springfield, Illinois 62704', '62704'],
  ['from Brooklyn, need evening sessions', 'Brooklyn'],
  ['12 Bow Ln., Suite 300', '12 Bow Ln'],
  ['Ciudad: Monterrey', 'Monterrey'],
  ['grew up in Cape Girardeau', 'Cape Girardeau'],
  ['just outside Murfreesboro', 'Murfreesboro'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'I live in Texas.',
  'Are you licensed in Florida and Georgia?',
  'State: CA',
  'We have 78704 members.',
  'zip3 787',
  'CPT 90837 and H0015',
  'a 20 minute drive from work',
  '12 Steps along the way to recovery',
  'I speak Spanish and moved here from Mexico.',
  'The program costs $12500 per month.',
  'He walked 3 miles on the road.',
  'Take it in stride, take it one day at a time.',
  'Virtual visits only, anywhere in the United States.',
  'Is there a bed in residential?',
  'Reading and art groups on weekends',
  'Wall Street analysts expect growth',
  'I live in fear and live with pain.',
  'based in part on age',
  '500 employees in two states',
  'Boston Scientific implant',
]

describe('places', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('geography', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('geography', text)

    expect(spans).toEqual([])
  })
})
