/** Crises told beside a denial, of something else or of nothing at all, one a line. */
export const CRISIS_DISGUISED = `
Never been more suicidal in my life
I have never wanted to die this much
haven't stopped cutting myself
my son won't stop cutting himself
cannot promise I won't kill myself
he did not die from his overdose last night
no therapist will take my suicidal son
was denied treatment after suicide attempt
denied by insurance and suicidal
no he dejado de pensar en matarme
nunca dejo de pensar en matarme
I've never been as suicidal as I am today
not any less suicidal than last week
no less suicidal than before
denied coverage after my overdose
denied inpatient, suicidal
Aetna denied us and my daughter is suicidal
no hospital will keep my son after his overdose
nothing stops the suicidal thoughts
she never stops talking about suicide
never quit cutting
I can't promise that I won't hurt myself
I can't promise not to hurt myself
won't promise not to kill herself
I cannot guarantee that I won't hurt myself
not sure I won't kill myself
I can't not kill myself
he did not survive his suicide attempt
she almost did not survive an overdose
did not succeed in killing myself
hasn't recovered from his overdose
I don't want to stop cutting
never not suicidal
I am not joking about killing myself
not lying about being suicidal
I do not deny being suicidal
does not deny suicidal ideation
doesn't deny suicidal thoughts
not denying suicidal intent
cannot deny suicidal thoughts
can't go a day without wanting to die
not a day goes by without suicidal thoughts
no day without suicidal thoughts
never a day without thoughts of suicide
cannot live without cutting myself
don't ignore that I'm suicidal
please don't let me kill myself
please do not let him kill himself
don't let my son kill himself
don't tell anyone that I'm suicidal
have not told anyone I'm suicidal
haven't told my wife about my suicide attempt
I never told anybody about the suicide attempt
I have never talked about my suicidal thoughts
did not call after overdose
no follow up after overdose
no bed for suicidal teen
no beds available for my suicidal brother
no openings for suicidal patients
no sign that the suicidal thoughts are ending
no end to the suicidal thoughts
no break from suicidal thoughts
not the first suicide attempt
not his first suicide attempt
not my first overdose
I am not afraid to kill myself
not afraid to die by suicide
none of the hospitals will take my suicidal son
neither hospital would admit my suicidal mother
I never thought I'd be thinking about suicide
never imagined my son would be suicidal
we did not expect her suicide attempt
hard to not think about suicide
can't go without cutting
there is no other way than killing myself
no other option than to kill myself
no solution other than suicide
hasn't been out of crisis since May
not out of crisis yet
they don't take suicidal patients
they do not accept suicidal kids
hospital did not admit her after overdose
not stable after suicide attempt
never fully recovered from suicide attempt
self harm was denied treatment
overdose was denied by the insurance
suicide attempt denied coverage
no me dejan de venir pensamientos suicidas
no para de decir que quiere morirse
nunca he querido morir tanto
nunca he tenido tantas ganas de morir
nunca me había sentido tan suicida
nunca he estado más cerca del suicidio
no puedo prometer que no me voy a matar
no prometo no matarme
ningún hospital acepta a mi hijo suicida
ningún terapeuta quiere atender a mi hija suicida
sin mi hijo me quiero morir
el seguro negó la cobertura tras la sobredosis
no murió de la sobredosis
no niega pensamientos suicidas
no es su primer intento de suicidio
no es la primera vez que intento suicidarme
no pasa un día sin pensar en el suicidio
no aguanto más quiero matarme
no le digas a nadie que quiero matarme
no me ayudan con mis pensamientos suicidas
no hay camas para mi hija suicida
tampoco me ayudan con las ideas suicidas
jamás había querido morir así
nunca pensé que mi hijo sería suicida
no tengo ganas de vivir
mi hija ya no tiene ganas de vivir
lost the will to live
I don't care if I die
I wouldn't mind dying
no SI wants to die
no plan wants to die
No SI, overdose last week
not depressed, suicidal
not depressed and suicidal
no meds, suicidal
denied detox and suicidal
denied rehab, suicidal
denied Suboxone, suicidal
denied residential, suicidal
denies depression, wants to die
denies everything, wants to kill himself
negative thoughts of suicide
negative thoughts and suicidal ideation
his death was ruled a suicide
hospital denied a suicidal man
no guarantee he will not hurt himself
Suicidal: not sure
Suicidal: no plan
suicidal: not improving
suicidal ideation denied by insurance
never suicidal until this week
never suicidal, until now
I am not suicidal unless he leaves me
I haven't killed myself yet
almost never not suicidal
hardly a day without suicidal thoughts
each day without suicidal thoughts is a win
she is trying not to kill herself
I try to not cut myself
help me not kill myself
if I don't kill myself first
I might not kill myself
not very suicidal
not that suicidal today
not really suicidal
not fully suicidal
no new suicidal thoughts
no more suicide attempts please
no further overdoses since May
never felt suicidal like this
has not been suicidal like this before
I have never hurt myself as badly as last night
never hurt myself so badly
denies being less suicidal
no psychiatrist wants my suicidal son
nunca había intentado suicidarse hasta ayer
nunca he pensado tanto en el suicidio
casi nunca dejo de pensar en la muerte
no ha dejado de cortarse
trato de no matarme
no vivo sin pensar en suicidarme
no quiero que mi hijo intente suicidarse
don't worry about my suicide attempt
not long after the suicide attempt
not taking meds for suicidal thoughts
don't take suicidal thoughts lightly
don't take my suicidal thoughts seriously
it's not the suicidal thoughts it's the plan
isn't being suicidal enough
does not want to go after overdose
no drugs no alcohol suicidal
never been so suicidal
denied a bed and now wants to die
the ER refused to admit my suicidal son
nobody cares that I am suicidal
nothing can stop me from ending my life
the suicidal thoughts are not gone
he hasn't quit self-harming
I cannot resist cutting myself
don't know whether I'm suicidal
I did not succeed when I tried to kill myself
not recovered since her suicide attempt
I never stopped wanting to die
he does not hide that he is suicidal
without treatment I will kill myself
if I don't get help I will kill myself
don't leave her alone, she tried to kill herself
no sleep, suicidal
no money and suicidal
no hope and want to die
no relief from suicidal thoughts
no help with suicidal thoughts
not coping with suicidal thoughts
it is not a joke he is suicidal
no I am suicidal
no longer afraid to die, want to kill myself
nor will they help my suicidal son
didn't realize she was suicidal
I can't believe she tried to kill herself
he is not okay he wants to kill himself
she's not doing well, suicidal
medication isn't working, still suicidal
he hasn't been the same since the suicide attempt
no option left but suicide
won't stop talking about suicide
ER wouldn't take my suicidal daughter
not getting over my son's suicide
Suicidal ideation, no plan
SI but denies plan
suicidal, not attempted yet
overdosed, no insurance
suicidal? no idea
suicidal and refused care
suicidal son was denied a bed
no puedo parar de cortarme
nadie sabe que quiero matarme
no tengo dinero y quiero matarme
le negaron tratamiento después de un intento de suicidio
no sé si quiero matarme
no dejes que me mate, quiero suicidarme
no estoy bien, quiero morir
not suicidal I want to die
suicidal thoughts: no change
suicidal until now never
no quiero dejar de cortarme
no encuentro ayuda, quiero matarme
le niegan la cama aunque es suicida
I don't feel safe, I might kill myself
I won't lie, I want to die
no cap i wanna die
no worries if not but I'm suicidal
no callback, daughter overdosed
no matter what I do I want to die
I have no reason to live
not a suicide attempt this time an overdose by mistake
wasn't it enough that I overdosed
does not want help and is suicidal
`
