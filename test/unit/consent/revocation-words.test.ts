import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readsAsRevocation } from '#src/consent/revocation-words.ts'

/** 47 CFR 64.1200(a)(10), word for word. */
const PER_SE = ['stop', 'quit', 'end', 'revoke', 'opt out', 'cancel', 'unsubscribe']

const DRESSES = [
  (word: string) => word,
  (word: string) => word.toUpperCase(),
  (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
  (word: string) => `  ${word}  `,
  (word: string) => `${word}!!!`,
  (word: string) => `"${word}"`,
  (word: string) => `${word}.`,
  (word: string) => `\n${word}\n`,
  (word: string) => `Please ${word}`,
  (word: string) => `${word} please`,
  (word: string) => `${word.toUpperCase()} NOW`,
  (word: string) => `${word} ${word} ${word}`,
  (word: string) => `ok, ${word}, thanks`,
  (word: string) => `${word} 🛑`,
  (word: string) => word.split('').join('\u200b'),
]

const REVOKES = `
Opt-out
OPTOUT
opt  out
S.T.O.P
s t o p
st0p
$top
STOPPP
Stop all
STOPALL
stop it
stop this
Stop. I mean it.
STOP THIS NOW
please stop
Unsub
cease and desist
Desist
no more
remove
I said stop
stop texting me
Stop texting
stop calling me
STOP SENDING ME THESE TEXTS
please stop messaging this number
Can you stop texting me?
Would you please stop calling
stop with the texts
stop all messages
quit texting me
Quit calling here
please quit sending these
I want you to stop
I asked you to stop
you need to stop
tell them to stop
These texts need to stop
end all texts
End these messages please
no more texts
No more messages
no more calls please
no more emails from you
no texts please
No calls.
no text messages
no marketing
enough texts
enough with the emails
please remove me
remove me from your list
Please remove me from your list.
Remove my number
remove my phone number from your system
take me off
Take me off your list
take me off this list please
take my number off your list
take me off of your mailing list
Get me off this list
delete my number
Delete me from your database
delete my info
erase my data
Drop me from the list
scratch me from your contacts
lose my number
Lose this number!
forget my number
leave me alone
LEAVE US ALONE
let me be
don't text me
Dont text me
DO NOT TEXT ME
do not contact me again
Do not contact me
please don't contact me anymore
don't call me
Don't call here again
never call me again
Never text this number again
do not email me
don't message me
Don't reach out again
please do not reach out to me
do not send me anything
don't send me any more texts
dont bother me
Do not disturb me
please don't write to me again
you may not contact me
I don't want any more texts
I don't want to receive messages
I do not want to be contacted
i dont want you to call me
I don't want your emails
I no longer wish to receive texts
I no longer want to hear from you
we do not wish to be contacted
I'd rather not be contacted
I prefer not to be contacted
please refrain from contacting me
I did not ask for texts
I don't need these texts
sick of your messages
I'm tired of these texts
done with your emails
I'm done with the calls
I would like to opt out
Opt me out
opt out of texts
please opt me out of everything
I'm opting out
how do I opt out?
How do I unsubscribe?
unsubscribe me
Unsubscribe me from everything
please unsubscribe this number
Yes, unsubscribe
I revoke my consent
I revoke consent to be contacted
I am revoking my permission
I withdraw my consent
withdrawing consent effective today
you no longer have my consent
You do not have my permission to text me
I do not consent
I don't consent to these messages
I never consented to this
I never gave you permission
I never signed up for this
I did not sign up for texts
I didn't subscribe to this
I never agreed to receive texts
you are texting without my consent
Put me on your do not call list
I'm on the national do not call registry
DNC
cancel my subscription
Cancel texts
cancel all messages
cancel the notifications
please cancel sms alerts
cancel my text messages
Turn off these texts
turn these notifications off
I'm blocking you
blocking this number
I will report you as spam
reported as spam
This is spam
this is harassment
Wrong number
you have the wrong number
Sorry wrong person
not interested
I'm not interested
Not interested, thanks
no longer interested
we are not interested anymore
I am not interested in your services
fuck off
Piss off!
go away
back off
unenroll me
end this conversation
close this thread
Hi. I got help elsewhere. Please don't contact me again.
Thank you for the info but please stop texting me, I found a therapist
I'm at work, stop calling
My situation changed so please take me off your list
Stop messaging my wife's phone
STOP!! I have told you 3 times
I have told you already: remove me
remove us from the mailing list please
I need you to quit emailing me
who is this? stop
Please discontinue all communication
discontinue texts
Do not solicit
no solicitations please
no further contact please
No further messages
no more follow ups
stop following up
please stop reaching out
stop spamming me
stop harassing me
quit bugging me
stop bothering us
halt
please cease all contact
keep me off your lists
I do not authorize calls
strike me from your records
alto
ALTO!
Alto por favor
basta
Ya basta
pare
paren
baja
darme de baja
Quiero darme de baja
denme de baja
dame de baja por favor
quiero la baja
no me escriban
No me escriban más
no me llamen
por favor no me llamen más
No me manden mensajes
no me envíen nada
no me contacten
no me molesten
No me vuelvan a llamar
no vuelvan a escribir
no más mensajes
No mas textos
no quiero más mensajes
no quiero recibir mensajes
No deseo recibir sus correos
no quiero que me llamen
ya no quiero recibir llamadas
quítenme
Quítenme de la lista
quítame de tu lista
sáquenme de su lista
bórrenme por favor
elimínenme del sistema
borren mi número
eliminen mi número
olviden mi número
dejen de llamarme
Dejen de escribirme
deja de mandarme mensajes
dejen de molestar
déjenme en paz
dejame en paz
cancelar suscripción
cancelar mensajes
revoco mi consentimiento
retiro mi consentimiento
no doy mi consentimiento
número equivocado
no estoy interesada
No me interesa
cancelar
detener
desuscribirme
`

const SAYS_NOTHING_OF_IT = `
don't stop
Please don't stop texting me, it helps
never stop
dont ever stop
when does the group end?
When does the program end
What time does the session end?
the weekend works
end of the month is better
at the end I felt better
I can come by at the end of the day
stop by your office
Can I stop by your office tomorrow?
I'll stop in on Friday
bus stop near you?
which stop do I get off at
is there a bus stop
full stop
non stop worry
cancel my appointment on Friday
please cancel my appointment
Cancel Friday's session
I need to cancel my visit
I have to cancel tomorrow, can we reschedule?
Cancel please, I can't make it Friday
cancel the tour
what is your cancellation policy
can I cancel my intake
I can't stop thinking
I can't stop crying
i cant stop drinking
I want to stop drinking
help me stop
I want to quit smoking
I'm trying to quit
I quit my job
I quit drinking last year
he quit school
I need to quit using
how do I quit drinking
my insurance will end in May
will my coverage end
it has to end well
happy ending
this needs to end well
dead end
weekend
send me info
please call me
text me
Text me instead
Call me back
can you text me the address
email is best
Please contact my wife
call me after 5
don't call before noon
please don't call after 9pm
don't call me at work
do not text while I am driving
don't call tomorrow, I'm off
please don't call today
don't forget to call me
Don't hesitate to call
why don't you call me?
why dont you text me the link
you don't call me back
you never call me back
you never text me
they don't call back
if you don't call me I'll try again
I don't text, please call
we don't call it that
I don't want to miss your call
I don't want to lose my spot
no text yet
no messages yet?
no message from you so far
I have no calls until 3
no problem
No
no thanks
No thank you, morning is better
not now
maybe later
not yet
I'm interested
very interested
I'm not interested in group therapy
not sure
I want out of this mood
take me off hold
Take me off the waitlist for Friday
take me off my meds
get me off drugs
get me out of here
take me to your office
take me as a patient
leave me a message
leave me a voicemail
leave a message
remove my stitches
the doctor removed my tonsils
remove me from my husband's plan
delete the duplicate appointment
I lost my number, it is now 555 0100
my number changed
I dialed the wrong number earlier, sorry
I gave you the wrong number, it's 555-0101
sign me up
I signed up yesterday
I never signed up before, how do I start?
I give my consent
yes I consent
where is the consent form
I don't have the consent form
I do not consent to surgery
do you take my permission slip
unsubscribed by mistake, add me back
I didn't mean to unsubscribe
I don't want to opt out
please don't unsubscribe me
resubscribe
start
YES
help
ok
thanks
Hello
is this the right number
who is this?
what are your hours
I feel like giving up
I want it all to end
I want to end it all
I want to end my life
end it
make it stop
make the pain stop
please make it stop
the voices won't stop
it never stops
his drinking has to stop
my panic attacks don't stop
I had to stop my medication
stop smoking program
stop drinking program
do you offer a quit smoking class
can I opt for telehealth
option 2
optometrist
revocation hearing is Tuesday
my license was revoked
they revoked his parole
canceled flight, running late
my flight got cancelled
The class was cancelled
is the group cancelled?
did you cancel my session?
subscribe
I subscribe to your newsletter
newsletter please
send the newsletter
I'd like more messages
more texts please
calls are fine
calling about my son
texting is easier
bother
am I bothering you?
sorry to bother you
spam folder
your email went to spam
check your spam
block schedule
I live two blocks away
leave of absence
I need to leave at 4
enough is enough, I need help
I've had enough of feeling sad
not enough sessions
no insurance
no more drinking for me
no more pain please
there is an end in sight
month-end
end user
Endpoint
Stoplight on Main
I'd stop at nothing
unstoppable
nonstop
quite
quit claim deed
hasta luego
alto nivel de ansiedad
soy alto
cuándo termina el grupo
dónde para el autobús
baja autoestima
mi presión está baja
trabajo de baja por ansiedad
quiero dejar de beber
no puedo dejar de llorar
no puedo parar de pensar
no me llamo Juan
no me siento bien
no me llamen antes de las 9
no me llame hoy, mañana sí
llámenme
escríbanme por favor
por qué no me llaman
quiero cancelar mi cita
cancelar la cita del viernes
necesito cancelar mi consulta
mándenme mensajes
sí quiero recibir mensajes
me interesa
estoy interesada
no quiero morir
no quiero seguir tomando
quitarme la ansiedad
sacarme la muela
Thanks!\\n> Reply STOP to opt out
See you then\\n--\\nReply STOP to unsubscribe
ok great. Text STOP to end, HELP for help
To unsubscribe click here
Click here to unsubscribe from this list
Msg&data rates apply. Reply STOP to cancel.
Responda ALTO para cancelar
`

function linesOf(text: string): string[] {
  return text
    .trim()
    .split('\n')
    .map((line) => line.replaceAll('\\n', '\n'))
}

describe('revocation of consent', () => {
  test.each(PER_SE.flatMap((word) => DRESSES.map((dress) => dress(word))))(
    'counts %j, a word of the rule',
    (text) => {
      expect(readsAsRevocation(text)).toBe(true)
    },
  )

  test.each(linesOf(REVOKES))('reads %j as a revocation', (text) => {
    expect(readsAsRevocation(text)).toBe(true)
  })

  test.each(linesOf(SAYS_NOTHING_OF_IT))('reads no revocation into %j', (text) => {
    expect(readsAsRevocation(text)).toBe(false)
  })

  test('still counts a STOP above the footer it answers', () => {
    expect(readsAsRevocation('STOP\n> Reply STOP to opt out')).toBe(true)
  })

  test('counts a revocation as a line of its own in any other text', () => {
    const other = fc.constantFrom(
      ...linesOf(SAYS_NOTHING_OF_IT).filter(
        (l) =>
          !/appoint|session|visit|friday|tomorrow|cita|consulta|intake|tour|class|group|tuesday|reschedule|make it/i.test(
            l,
          ),
      ),
    )

    fc.assert(
      fc.property(other, fc.constantFrom(...PER_SE), (text, word) => {
        expect(readsAsRevocation(`${text}\n${word.toUpperCase()}`)).toBe(true)
      }),
    )
  })

  test('answers on any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(typeof readsAsRevocation(text)).toBe('boolean')
      }),
    )
  })

  test.each([
    'stop ',
    'no more ',
    'please ',
    'dont ',
    'you ',
    'a',
    'click ',
    '. ',
    's.t.',
    'no me ',
  ])('answers on a hundred thousand times %j', (piece) => {
    const answer = readsAsRevocation(piece.repeat(100_000))

    expect(typeof answer).toBe('boolean')
  })
})
