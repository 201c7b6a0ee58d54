/**
 * What may stand about the denial of a crisis. Any word that is in none of these lists leaves the
 * denial in doubt, and in doubt a crisis is one: a list forgets, so it names what is safe. The words
 * are our own; `negator`, `denial` and `absent` of the cues are what denies.
 */
export const DENIALS = {
  /** Carries a denial on: "no current thoughts of", "has never had any". */
  carries: `
a, an, any, all, at, been, being, currently, did, do, does, ever, even, evidence, expressed, expressing, express, going, gonna, had, has, have, having, indication(|s), is, am, are, was, were, of, in, longer, made, make, presently, report(|s|ed|ing), endorse(|d|s), sign(|s), symptom(|s), to, want, wanted, wants, wish, will, would, risk, attempt(|s|ed|ing), tried, trying, try, engage(|d|s), engaging, feel, feeling, felt, feels
algun, alguna, actualmente, de, el, la, los, las, en, es, esta, estado, estoy, era, fue, soy, son, ha, haber, habia, han, hay, haya, he, hemos, intentado, me, se, le, nos, pensado, pienso, piensa, pensar, pensando, presenta, presento, que, querido, quiero, quiere, refiere, reporta, sido, siento, tener, tengo, tenemos, tenido, tiene, tienen, un, una, va, voy, a, vez`,

  /** May be the next in a list of what is denied, where a verb would begin a sentence of its own. */
  listed: `
abuse, active, actively, acute, any, attempt(|s), being, current, cutting, domestic, harm, harming, having, hi, history, homicid(al|ality|e), hurting, ideas, ideation(|s), intent, intention(|s), killing, of, other, passive, passively, past, plan(|s), planning, previous, prior, recent, self, selfharm, selfinjury, si, sib, suicid(al|ality|e), thinking, thought(|s), urge(|s), violen(ce|t), wanting
antecedentes, autolesion(|es), ideacion(|es), historial, homicida(|s), intencion(|es), intento(|s), pensamiento(|s), plan, planes, riesgo, suicida(|s), suicidio`,

  /** Verbs that "or" may add to a verb denied: "do not want to die or hurt anybody". */
  bare: 'cut, die, end, harm, hurt, kill, overdose, commit, attempt, morir, morirme, matarme, hacerme',

  /** Carry a denial on to what is made of them only: "no drug abuse". */
  abused: 'alcohol, drug, drugs, substance, substances',
  abuse: 'abuse, misuse',

  either: 'or, nor, ni, o, u',
  and: 'and, y, e',

  /** Denies things only: after it and a thing, a verb speaks of somebody again: "no plan, wants to die". */
  ofThings: 'no, without, zero, none, nothing, neg, denies, denied, deny, denying, negative',
  /** Tells of somebody what a denial of things does not reach. */
  finite: 'am, is, was, were, has, want, wants, wanted, took, tried, tries, threatens, threatened',
  longer: 'longer',

  /** Also said beside another negation without undoing it: "no tengo ninguna", "no drugs no". */
  alone: 'no, nor, neither, ni, nunca, jamas, tampoco, ningun, ninguna',
  /** Negations that undo another, though they deny no crisis by themselves. */
  cannot: `
cannot, cant, couldnt, shouldnt, wouldnt, nobody, noone, nadie, hardly, barely, rarely, seldom, scarcely, almost, casi, apenas`,
  /** Leaves open what is denied after it: "can't promise I won't", "each day without". */
  doubt: `
day, days, guarantee, help, helps, hour, hours, if, may, maybe, might, night, nights, promise, promised, promises, promising, should, swear, week, weeks, whether, why, dia, dias, noche, prometer, prometo, promete, juro, quiza, quizas, si`,
  /** An answer before a sentence: "No, I am not". */
  answer: 'no, nope, nah',
  /** "Not to" and "to not" is what somebody tries. */
  to: 'to, de',

  /** After a term measures it, or says until when: "never wanted to die this much". */
  measure: `
bad, badly, before, deeply, enough, intensely, much, strongly, than, yet, since, until, unless, except, antes, asi, aun, bastante, excepto, hasta, salvo, tan, tanta, tanto, todavia`,
  /** The same, but after "never" only: "not suicidal as of today" measures nothing. */
  measureOfNever: 'as, like, more, so, como, mas',
  /** The same, after a comma too. */
  exception: 'except, unless, until, excepto, hasta, salvo',
  never: 'never, havent, hasnt, hadnt, nunca, jamas',
  /** Before "not" makes of it a "never". */
  perfect: 'have, has, had, ive, weve, theyve',
  /** Terms that begin so stand whatever denies them: "won't stop cutting", "not joking about suicide". */
  standing: 'stop, stopped, quit, joke, jokes, joking, really, still, very',

  /** Deny only with the word after them: "negative for", "ruled out". */
  halves: 'negative, ruled, rules, ruling',
  otherHalf: 'for, out',
  that: 'that, que',

  /** May be refused to somebody or be lacking, so that it is no trouble denied. */
  withheld: `
aa, admission, care, clean, coping, counseling, detox, doctor, hospital, inpatient, insurance, meds, medication, narcan, outpatient, psychiatrist, psychiatric, recovery, rehab, rehabilitation, residential, sleep, sleeping, sober, sobriety, suboxone, therapist, therapy, treatment, desintoxicacion, rehabilitacion, terapia, tratamiento`,

  /** May follow a whole answer: "SI: none at this time". */
  afterAnswer: `
at, currently, today, reported, known, noted, present, presently, recently, during, on, when, upon, actualmente, hoy`,
  by: 'by, por',
  the: 'the, el, la',
} as const
