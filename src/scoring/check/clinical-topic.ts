export interface Topic {
  readonly words: RegExp
  /** Words of medicine describe a person to whoever asks for care, and an organisation to others. */
  readonly onlyOfPeople: boolean
}

/** Whole words of lower-case text without accents. */
export const topic = (alternatives: string, onlyOfPeople = false): Topic => ({
  words: new RegExp(`(?<![a-z0-9])(?:${alternatives})(?![a-z0-9])`, 'g'),
  onlyOfPeople,
})
