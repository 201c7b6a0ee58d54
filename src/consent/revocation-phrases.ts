/**
 * How people tell a sender to stop. The per se words are those of 47 CFR 64.1200(a)(10); what else
 * counts is what a reasonable person would understand so. Everything is matched against words in plain
 * lower case, one clause at a time; our own words, in English and Spanish.
 */

/** One of a list; the list parts by commas and line ends. */
function either(list: string): string {
  return `(?:${list.trim().split(/,\s+/).join('|')})`
}

const PER_SE = 'stop, quit, end, revoke, opt ?out, cancel, unsubscribe'

const AS_GOOD = `
stop ?all, stopp+, sto+p, unsub, unsubscribed, desist, cease(?: and desist)?, discontinue, halt,
no ?more, remove, alto, alto ya, baja, basta(?: ya)?, pare(?:n)?, parar, para ya, detener(?:se)?,
detenga(?:n|nse)?, cancela(?:r|n)?, cancele(?:n)?
`

const COURTESY = either(`
please, pls, plz, plse, kindly, just, ok, okay, yes, yeah, hey, hi, hello, thanks, thank you,
thx, ty, now, right now, immediately, asap, at once, already, all, everything, it, this, that,
i said, i say, again, sir, maam, guys, me, por favor, ya, gracias, todo, texting, msgs,
from list, omg, ffs, today, i, anymore, any more, for real, fr, bro, man, seriously, and, then,
the texts
`)
// To "end it" is to die, not to unsubscribe.
const KEYWORD = `${either(`${PER_SE},${AS_GOOD}`)}(?<!end(?= it))`

/** A clause of nothing but a keyword and courtesies. */
export const BARE = new RegExp(`^(?:${COURTESY} )*${KEYWORD}(?: (?:${COURTESY}|${KEYWORD}))*$`)

const MESSAGE = either(`
text(?:s|ing|ed)?(?: messages?)?, txt(?:s|ing|ed)?, messag(?:e|es|ing|ed), msg(?:s|ing)?, sms,
call(?:s|ing|ed)?, phone calls?, phoning, ring(?:ing)?, dial(?:ing)?, e ?mail(?:s|ing|ed)?,
mail(?:s|ing|ings)?, contact(?:s|ing|ed)?, communications?, communicating, correspondence,
bother(?:ing|ed)?, reach(?:ing|ed)? out, writ(?:e|ing)(?: to)?, spam(?:ming)?, notifications?,
alerts?, reminders?, newsletters?, marketing, solicit(?:ing|ations?|ed)?, promotions?, offers,
harass(?:ing|ment)?, pester(?:ing)?, bug(?:ging)?(?= me| us), hitting me up, hit me up,
voicemails?, follow(?:ing)? up(?:s)?, sending, send(?= me| us| any| anything| stuff| these),
disturb(?:ing)?, annoy(?:ing)?
`)
const BETWEEN = either(`
with, all, the, these, those, your, yall, sending, send, getting, any, more, of, and, me, us,
this, that, to, you, ever, further, future, other, so many, from, for, daily, automated,
marketing, annoying, stupid, damn, fucking, constant, unwanted, try, trying, my phone, receive,
receiving, get, be, being, have, want, need, continue, keep, please, promotional, anymore, hear,
a, group, w, weekly, wish, him, her, at all, u
`)
/** A wish about the hour or the place only, not against being reached. */
const FOR_A_WHILE =
  '(?!(?: \\w+){0,3} (?:before|after|until|till|between|during|while|yet|today|tonight|tomorrow|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?|on weekends|at work|in the (?:morning|evening|afternoon)|this (?:week|morning|afternoon)|past|so (?:early|late)|late|early)\\b)'
const ADDRESSED =
  '(?<!\\b(?:why|you|u|if|they|he|she|we|i|who|how come|when|didnt|people|staff|nurses|can) )'
const LIST = either(`
list, lists, database, system, contacts, records, thread, chat, group text, texts, messages, crm
`)
const MY = either('my, this, the, our')
const MY_DATA = `${MY} (?:phone |cell |mobile |contact |email )?(?:number|phone|cell|name|email|info|information|data|details|contact|address)`

const ENGLISH = [
  `(?<!\\b(?:dont|do not|never|cant|not) )\\b(?:stop|quit|cease|discontinue|halt|enough|no more|end (?:all|these|my|the)) (?:${BETWEEN} )*${MESSAGE}\\b(?! (?:by|in sick|off))`,
  `^(?:${COURTESY} )*no (?:${BETWEEN} )*${MESSAGE}(?: (?:to|from|or|and) (?:me|you|${MESSAGE}))*(?: ${COURTESY})*$`,
  `${ADDRESSED}\\b(?:dont|do not|donot|dnt|never|not to|refrain from|you may not|you cannot|must not) (?:${BETWEEN} )*${MESSAGE}\\b(?! (?:back yet|the wrong|by))${FOR_A_WHILE}`,
  `\\b(?:dont|do not|didnt|did not|no longer|not|never|dnt|rather not|prefer not) (?:want|wish|like|care|need|wanna|asked|ask|agree|to) (?:for )?(?:${BETWEEN} )*(?:${MESSAGE}|hear(?:ing)? from (?:you|u|yall|anyone))\\b${FOR_A_WHILE}`,
  `\\brather not (?:${BETWEEN} )*${MESSAGE}`,
  `\\b(?:sick|tired|done) (?:of|with) (?:${BETWEEN} )*${MESSAGE}`,
  `\\b(?:remove|delete|erase|drop|scratch|strike|unenroll|unlist|scrub|purge|exclude|withdraw|forget) (?:me|us|${MY_DATA})(?=$| (?:from|off|out|please|now|asap|pls|plz|thanks|thank|at|immediately|permanently|and|completely|right|entirely|today)\\b)(?! (?:from|off) (?:the |your )?wait)(?! (?:from|off) (?:my|his|her)\\b)`,
  `\\b(?:take|get|keep|leave|pull) (?:me|us|${MY_DATA}) (?:off|out|away)(?:$| of (?:this|it|your|the ${LIST})| (?:please|now|asap)| (?:of )?(?:your|this|the|all|any)(?: \\w+){0,3} ${LIST}\\b)(?<!wait ?list|waiting list)`,
  `\\boff (?:of )?(?:your|this) (?:\\w+ ){0,3}${LIST}\\b(?<!wait ?list|waiting list)`,
  `\\b(?:lose|forget|delete|erase) ${MY_DATA}`,
  '\\b(?:leave|let) (?:me|us) (?:alone|be$)',
  '\\b(?:fuck|piss|screw|bugger|eff|f|buzz|back|sod) off\\b(?! work)',
  '^(?:please )?(?:go away|get lost|shut up|kick rocks|scram|beat it)',
  '(?<!(?:not|dont|do not|didnt|did not|never|didnt mean to|dont want to|re) )\\b(?:unsubscrib(?:e|ing)|unsub|opt(?:ing)? (?:me |us )?out|opt ?out)\\b(?! (?:rates?|language|link|links|policy|form|forms|page|process))',
  '\\b(?:revok(?:e|ing)|withdraw(?:ing)?|rescind(?:ing)?|retract(?:ing)?|cancel(?:l?ing)?|tak(?:e|ing) back) (?:my |all |any |our )*(?:prior |written |express |previous )*(?:consent|permission|authori[sz]ation|opt in)\\b',
  '\\b(?:no longer|dont|do not|never|didnt|did not|not) (?:have|had|give|gave|given|consent|consented|granted?)(?: you)?(?: (?:my|any|our))?(?: (?:consent|permission|authori[sz]ation))(?! (?:form|forms))',
  '\\bi (?:dont|do not|no longer|never|did not|didnt) (?:consent|consented|authori[sz]ed?)(?! to (?:the |this )?(?:treatment|surgery|release))',
  '\\bi (?:never|did not|didnt) (?:sign(?:ed)? up|subscribed?|opt(?:ed)? in|agreed?|ask(?:ed)?|request(?:ed)?) (?:to |for )?(?:this|these|your|any|get|receive|be|texts|messages|calls|emails)\\b',
  '\\bwithout my (?:consent|permission)',
  '\\b(?:do not|dont|no|national do not) (?:call|contact|text|solicit)(?: list| registry)',
  '\\bdnc\\b',
  `\\bcancel(?:l?ing)? (?:my |the |all |these |this |your |any |future )*(?:subscription|texts?|text messages|messages|alerts|notifications|e ?mails?|sms|reminders|mailings?|newsletter|marketing|enrollment in (?:text|sms|messages))\\b`,
  '\\b(?:end|terminate|close) (?:my |this |the |all )*(?:subscription|texts|text messages|messages|communications?|conversation|thread|notifications|alerts)\\b',
  '^(?!(?:when|where|what|how|why|do|does|did)\\b).*\\b(?:you|u|yall|them|this|these|texts|messages|calls)(?: (?:to|please|need to|have to|needs to|should|must|just|all|better|guys|can|kindly|gotta))* (?:stop|quit|cease)(?: (?:it|this|that|please|now|already|immediately|asap|right now))*$',
  '\\b(?:turn|switch|shut) (?:these|the|this|those|my) (?:texts|messages|notifications|alerts) off',
  '\\b(?:turn|switch|shut) off (?:these|the|this|those|my|all)? ?(?:texts|messages|notifications|alerts)',
  '\\b(?:block|blocking|blocked|report|reporting|reported) (?:you|u|this number|your number|as spam|you as spam)\\b',
  '^(?:this|these|it) (?:is|are) (?:spam|harassment)|^spam$',
  '^(?!i (?:dialed|called|have|had|put|gave|entered|typed|wrote)\\b)(?!.*\\bi (?:dialed|called|had|put|gave|entered|typed|wrote)\\b).*\\bwrong (?:number|person)\\b',
  '\\b(?:am|im|were|was|not|no longer|really|we are) ?(?:not )?interested(?: (?:anymore|any more|at all|thanks|thank you|please|sorry|in (?:your|these|this|any of your|any) ?(?:services?|texts?|messages|offers?|calls|emails|program|company)?))*$(?<=\\b(?:not|no longer)\\b.*)',
  '^not interested',
  '\\b(?:unenroll|disenroll|unregister|deregister|unfollow) (?:me|us)\\b',
]

const ES_CONTACT =
  '(?:escrib|llam(?!o\\b)|mand|envi|contact|molest|text|marqu|habl|busqu|notifi|comuni|insist)\\w*\\b'
const ES_MESSAGE =
  '(?:mensajes?|textos?|llamadas?|correos?|notificaciones|sms|emails?|publicidad|avisos|promociones)'
const ES_WHILE =
  '(?!(?: \\w+){0,3} (?:antes|despues|hasta|entre|durante|hoy|manana|mientras|todavia|aun|tan (?:tarde|temprano)|en la (?:manana|tarde|noche)|los (?:lunes|martes|miercoles|jueves|viernes|sabados|domingos))\\b)'

const SPANISH = [
  `(?<!por que )\\bno (?:me|nos) (?:vuelvan? a |sigan? |vuelvas a |sigas )?${ES_CONTACT}(?! (?:interes|alcanz))${ES_WHILE}`,
  `\\bno (?:vuelvan?|vuelvas|sigan?|sigas) (?:a )?${ES_CONTACT}`,
  `\\b(?:no|ni un) (?:quiero )?mas ${ES_MESSAGE}`,
  `\\bno (?:quiero|deseo|quisiera|necesito) (?:mas |recibir |seguir |recibiendo |sus |que |me |nos |ser |estos |esos |los |ningun(?:as?)? )*(?:${ES_MESSAGE}|(?:llam|escrib|mand|envi|contact|molest|text)\\w*)\\b${ES_WHILE}`,
  `(?<!no )\\b(?:deje(?:n|s)?|deja(?:r)?|paren?|pare|parar|basta) (?:ya )?de (?:\\w+ )?${ES_CONTACT}`,
  '\\bdej(?:en|e|a)(?:me|nos) (?:en paz|tranquil\\w+)',
  '\\b(?:d(?:ar|a|e|en)(?:me|nos)?) de baja',
  '\\b(?:quiero|solicito|pido|necesito) (?:la|mi) baja',
  '\\b(?:quit|sac|borr|elimin|remuev|retir)(?:en|e|a|ar|arme|ame|enme|eme)(?:me|nos)(?=$| (?:de|por|ya|del)\\b)',
  '\\b(?:quit|sac|saqu|borr|elimin)(?:enme|eme|ame|arme)(?=$| (?:de (?:la|su|esta|sus|las|tu) lista|de (?:su|sus|la) |por favor|ya|del sistema))',
  '\\b(?:borren?|eliminen?|olviden?|quiten?|borra|elimina|quita|olvida) mi (?:numero|nombre|correo|telefono|informacion|contacto|celular|datos)',
  '\\b(?:desuscri|desinscri|unsuscri)\\w*|\\bcancel(?:ar|en|e|a|o) (?:mi |la |los |estos |sus |todos los )*(?:suscripcion|mensajes|textos|notificaciones|sms)',
  '\\b(?:revoco|retiro|anulo|quito) (?:mi |el )*(?:consentimiento|permiso|autorizacion)',
  '\\bno (?:doy|di|tienen?|dan?) (?:mi |mas )*(?:consentimiento|permiso|autorizacion)',
  '\\bnumero equivocado\\b|\\bpersona equivocada\\b',
  '\\bno (?:estoy|estamos) interesad\\w+$|^(?:ya )?no me interesa$',
  '^(?:larguense|vayanse|dejame)$',
]

/** What asks to be left in peace wherever it stands in a clause. */
export const PHRASES: readonly RegExp[] = [...ENGLISH, ...SPANISH].map(
  (phrase) => new RegExp(phrase),
)

/** Our own instruction, quoted below a reply. */
export const OWN_FOOTER =
  /\b(?:reply|text|respond|send|txt|type|say|press|click|tap|responda|responde|envie|envia)\b[^\n.]{0,30}?\b(?:stop|quit|end|cancel|alto|unsubscribe|opt[ -]?out|here|below|link|baja)\b["'”’]?(?:[^\n.]{0,20}\bto\b[^\n.]{0,40}\b(?:stop|end|quit|cancel|opt[ -]?out|unsubscribe)\b|[^\n.]{0,10}\bpara\b[^\n.]{0,40}\b(?:cancelar|salir|terminar|baja)\b)|\bto (?:unsubscribe|opt[ -]?out|stop)\b[^\n.]{0,30}\b(?:reply|click|text|visit|send|press)\b[^\n.]{0,30}/gi

/** Tells that "cancel" or "end" is said of a visit. */
export const VISIT =
  /\b(?:appointments?|appts?|session|meeting|visit|booking|reservation|consult(?:ation)?|intake|class|group|tour|reschedul\w*|cant make it|cannot make it|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|cita|citas|consulta|reunion)\b/
