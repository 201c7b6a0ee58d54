/** Ordinary words and names one slip away from a term, so that no wrong spelling is read into them. */

export const LOOK_ALIKES = `
additional, addition(|s), additive(|s), artistic, asperges, concert(|s|o|ed), concetta, corentin
decencia, dedented, digression(|s), dragging, fielding, fiorina, heroine(|s), horizont(|al)
metadata, morphing, nicolette, nicoline, overdoes, overdone, paravoid, preced(e|ed|es|ing|ent)
subtext, tramado, tweaked
`
