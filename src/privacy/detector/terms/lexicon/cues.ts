/**
 * Words that tell how a term is meant. All are our own. A word may be in several lists; terms that
 * need no other sign of their meaning are added to `care` when the lexicon is built.
 */
export const CUES = {
  /** Who writes speaks of themselves. */
  self: `
i, im, ive, me, my, mine, myself, we, weve, us
yo, mi, me, estoy, soy, tengo, sufro, tomo, siento, quiero, necesito, nosotros`,

  /** Another person, already named. */
  third: `
he, hes, him, his, himself, she, shes, her, hers, herself, they, theyre, theyve, them, their, theirs, themselves
ella, ellos, ellas, lo, le, su`,

  /** Another person, by what they are to the writer. */
  kin: `
aunt(|s), acquaintance, adolescent(|s), baby, babies, bestie, boss(|es), boy(|s), boyfriend(|s), bro, brother(|s), buddy, caregiver, child(|s), children(|s), client(|s), clients, colleague(|s), coworker(|s), cousin(|s), dad(|s), dads, daddy, daughter(|s), employee(|s)
ex, ex(husband|wife|boyfriend|girlfriend), family, father(|s), fiance(|e|s), folks, foster, friend(|s), girl(|s), girlfriend(|s), godson, goddaughter, grand(daughter|daughters|father|fathers|kid|kids|ma|mas|mom|mother|mothers|pa|parent|parents|son|sons|child|children), grandmas, guy, household, hubby, husband(|s), inlaw
kid(|s), lady, landlord, loved, man, mate, member(|s), mom(|s), mommy, mother(|s), mum(|s), neighbor(|s), neighbour(|s), nephew(|s), niece(|s), papa, parent(|s), partner(|s), relative(|s), resident(|s), roommate(|s), sibling(|s), sis, sister(|s), son(|s), soninlaw
spouse(|s), step(brother|dad|daughter|father|mom|mother|sister|son|sons), student(|s), student, supervisor, teen(|s), teenager(|s), toddler, twin, twins, uncle(|s), veteran(|s), wife(|s), wives, woman, women, men, youth
abuel(a|o|os), amig(a|o|os|as), cuñad(a|o), espos(a|o), familia, familiar, herman(a|o|as|os), hij(a|o|as|os), madre, mama, marido, niet(a|o), niñ(a|o|os), novi(a|o), padre, padres, pareja, prim(a|o), sobrin(a|o), suegr(a|o), ti(a|o), vecin(a|o), empleado(|s), cliente, mujer`,

  /** Another person whom the text does not know, unless one is looked for. */
  anybody:
    'anybody, anyone, one, people, person, somebody, somebodys, someone, someones, alguien, persona',

  /** Looks for somebody: a clinician, mostly. */
  seeking:
    'find, finding, look, looking, need, needing, needs, see, speak, talk, to, want, wants, with, buscando, busco, necesito, con',

  /** Kin to a clinic only, and who writes to anyone else. */
  patient: 'patient, patients, pt, pts, paciente, pacientes',

  /** Turns the word after it into somebody's. */
  possessive:
    'my, our, his, her, their, your, a, an, the, this, that, one, another, mi, tu, su, sus, mis, nuestro, nuestra, un, una, el, la',

  negator: `
no, not, never, none, neither, nor, without, isnt, arent, wasnt, werent, doesnt, dont, didnt, hasnt, havent, hadnt, aint, wont, nope, nothing, zero
sin, ni, nunca, jamas, tampoco, ningun, ninguna`,

  /** Denies all that is listed after it. */
  denial: `
absence, absent, den(y|ied|ies|ying), excluded, excludes, lack, negative, ruled, rules, ruling
descarta(|r|do), niega(|n), nego, negando`,

  /** After one of these the negation is of something else. */
  turned: `
able, and, y, e, answer, bad, because, believe, better, certain, control, cope, coping, cure, done, doubt, eat, eating, enough, fine, focus, function, get, gets, getting, good, great, handle, handling, heal, help, helped, helping, helps, how, idea, improve, improving, insurance, job, just, know, knowing, knows, luck, make, manage, managing, matter, money, motivation, okay, one, only, quit, ready, realize, recover, relief, response, see, should, sleep, sleeping, so, stand, stop, stopped, stopping, such, sure, this, treat, treated, treating, trust, understand, understands, until, well, what, when, where, who, why, win, wonder, work, worked, working, worse
mejora, mejorar, puede, puedo, quita, funciona, ayuda, sirve, solo, se, saben, deja, dejar, paro`,

  /** Says of what stands before that it is not there. */
  absent: 'absent, denied, excluded, negative, none, ruled, unlikely, descartado, negado',

  /** May stand between a term and what is said of it. */
  linking: 'is, was, were, are, has, have, been, currently, all, also, es, fue, ha, sido',

  /** Said of a thing that is not there: not an issue. */
  matter: 'concern, indicated, issue, noted, observed, present, problem, reported, suspected',

  /** Carries a denial on from one term to the next. */
  listing:
    'and, or, nor, any, other, history, of, current, past, active, prior, recent, thoughts, symptoms, y, o, ni, u, e, de',

  /** Makes of the person after it somebody who only comes into it. */
  aside: 'after, and, by, from, lost, losing, miss, near, since, to, with, without, con, y, desde',

  /** Names who something is for or of. */
  about: 'for, in, of, para, en, de',

  /** Makes of the person after it the writer: as a mother. */
  being: 'am, im, as, being, become, became, soy, como',

  /** Takes a person out of what follows. */
  gone: 'cheated, death, died, divorce, divorced, dying, left, passed, murio, fallecio',

  /** Speaks for a person who is named, and begins what is said of them. */
  pronoun: 'i, im, ive, he, hes, she, shes, we, weve, they, theyre, you, youre, yo, ella, ellos',

  /** Not wished for, so it is there. */
  wanting: 'like, want, wanted, wants, wish, hope, need, quiero, quiere',

  /** Of the person the term is about, who is not who writes. */
  own: 'he, hes, himself, herself, his, she, shes, their, themself, themselves, theirself',

  /** Names a person further. */
  who: 'who, whos, que, quien, that, thats, struggles, suffers, struggling, suffering, having, using',

  someones: 'a, our, my, one, another, this, un, una, mi',

  mine: 'mine, ours, his, hers, mio, mia',

  /** Ends what a negation reaches. */
  contrast:
    'acknowledges, admits, although, anyway, aunque, but, causing, due, endorses, except, however, though, yet, still, despite, instead, while, because, since, only, besides, otherwise, rather, pero, sino, porque, mientras, aunque, now, presents, reports, states, ahora, unless, until, then, entonces',

  /** What a person has, and is done for it. */
  care: `
abuse, abused, addict, addicted, addiction, admitted, assessment, bipolar, counseling, counsellor, counselor, crisis, diagnos(e|ed|es|is), disorder, doctor, dr, episode, feel, feeling, feels, felt, flashback, flashbacks, help, helpline, hospital, hospitali(z|s)ed, illness, intake, ill, inpatient, nervous, outpatient, overdose, overdosed, panic, pills, prescribe(|d|s), psych, psychiatrist, psychologist, shrink, sick
 struggle(|s|d), struggling, suffer(|s|ed|ing), suicidal, suicide, symptoms, therapist, therapists, therapy, treatment, treat, treated, trauma, traumatic, depress(ed|ing|ion), anxiety, coping, cope, sleep, insomnia, worried, worry, scared, crying, cry, cried, isolating, hopeless, worthless, mental, mentally, emotionally, diagnosis
ayuda, doctor, medico, psiquiatra, psicologo, terapia, tratamiento, diagnostico`,

  /** A clinic speaks of danger. */
  crisisTalk:
    'active, ideation, intent, lethality, means, passive, plan, risk, safety, screen, screening, si, hi',

  /** Medication is taken as a drug. */
  misuse: `
abuse(|d|r|s), abusing, addict(|ed|ion|s), buying, craving(|s), crush(ed|ing), dealer, dependence, dependency, dependent, detox, diverted, habit, high, hooked, illegal(|ly), inject(ed|ing), kick, misuse(|d|s), misusing, overdose(|d), pressed, recreational(|ly), rehab, relapse(|d), snort(ed|ing|s), stealing, stole, street, tapering, tolerance, withdrawal(|s), abuso, adiccion, adicto, adicta`,

  /** Spanish for "I have", where English has a person. */
  haber: 'he',

  /** Before that word, tells that it is Spanish. */
  beforeHaber: 'no, nunca, siempre, tampoco, ya',

  /** Drugs or drinking are spoken of. */
  drugs: `
abuse, abusing, addict(|s|ed|ion), alcohol, alcoholic, aa, blackout(|s), cocaine, craving(|s), dealer(|s), detox, drug(|s), drunk, dui, fentanyl, fix, habit, heroin, hooked, inject(|ed|ing), intoxicated, intervention, meth, methadone, narcan, opiate(|s), opioid(|s), overdose(|d), oxycodone, oxycontin, oxy, percocet, pipe, pills, rehab, relaps(e|ed|es|ing), shooting, sniff(ed|ing), smok(e|ed|es|ing), smoker, snort(|ed|ing|s), sober, sobriety, stoned, suboxone, substance(|s), thc, using, withdrawal(|s), xanax, marijuana, cannabis, lsd, mdma, ketamine, molly, shrooms, weed, coke, crack, vape, vaping, rolling, tripping, cocaina, droga, drogas, heroina, marihuana, mezclado
dependency, dependence, dependent, binge(|s|ing), bender, bars, booze, drinking, vodka, beer, wine, liquor, hungover, sponsor`,

  /** Medication is spoken of. */
  dosing: `
mg, mcg, milligrams, dose, doses, dosage, daily, twice, nightly, bid, tid, qd, prn, qhs, bedtime, pills, pill, tablet, tablets, capsule, capsules, prescri(be|bed|bes|bing|ption|ptions), refill(|s), taper(|ing|ed), taking, takes, take, took, taken, meds, medication(|s), medicine, psychiatrist, doctor, pharmacy, weaned, titrate(d|), started, switched, increased, level, levels, stopped, quit
tomo, toma, tomar, tomando, dosis, receto, recetaron`,
} as const

export type Cue = keyof typeof CUES
