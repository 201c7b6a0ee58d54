import { STATE_NAMES } from '../places/states.ts'

/** Words met with a capital in inquiries, call notes and CRM fields that are not part of a name. */
const WORDS = `
a about above absolutely access according account accounts acknowledge action active activity actually add additional
address admin administration administrator admission admissions admit admitted adolescent adolescents adult adults
advance advertising advised afraid after afternoon again against age agency agent ago agree agreed ahead alcohol alert
all allow almost along already also although always am american an and angry another answer answered any anybody
anyone anything anyway anywhere apparently application apply appointment appointments approved approx approximately are
around as ask asked asking assess assessed assessment assigned assistance assistant associate at attached attachment
attempt attempted attended audio authorization available away awaiting back bad based basic be because become bed beds
been before began begin behalf behavioral being believe benefit benefits best better between beyond bill billing birth
body book booked both bring broker brother budget business but buy by call callback called caller calling calls campaign
can cancel cancelled cannot capacity car card care career case cases cash cell center certain certainly change changed
chart chat check checked child children choose city claim class clean clear client clients clinic clinical clinician
close closed closing coach code cold college columbia come comes coming comment comments commercial common community company
complete completed completely concerned concerns condition confidential confirm confirmed confirming connect consent
consider considering consult consultation consulting contact contacted contacting content continue converted convo
coordinator copay copy correct cost could counseling counselor counsellor country county couple couples coupon course court cover
coverage covered create created crisis critical current currently customer daily dad data date daughter day days dear
deal death decided declined definitely delete delivered demo denied department dependent depressed depression describe
description desk details detox developer diagnosed diagnosis did direct direction director disability discharge
discharged discount discuss discussed disorder disposition district do doctor document documents does doing domain don
done double down download dr draft driver driving drop drug drugs due during duration each earlier early easy eating economy education
effective either else email emailed emails emergency employee employees employer employment encounter end ended
english enjoy enough enroll enrolled enrollment ensure enter entire error especially estimate evaluation even evening event ever every
everybody everyone everything everywhere exactly example excellent except exchange existing expect expected experience
expires explained extended extension extra eye facebook facility fact fair families family fantastic father fax feature federal fee feel
feeling fees female few field file final finally financial find fine first fiscal five flag follow followed following
followup for form former forms forward found four free frequency french friday friend from front full fully fund further future
game gave general gender generally get getting girl give given giving glad go goal goes going gone good google got
government great greetings group groups growth guardian guess guest had half happy has hate have having he head health
healthcare hear heard heart hello help helped helpful helping her here hers hey hi high him his history hold
holiday home homeless honestly hope hopefully hoping hospital hospitalized hour hours house housing how however human
husband i id if illness immediate immediately important in inbound inc include included includes including incoming indeed
individual individuals info inform information initial inpatient inquire inquired inquiring inquiry inside instead
institute insurance insured intake intensive interest interested internal international internet interview into
investment invoice is issue issues it item its itself job join joined journey just keep kept kid kids kind kindly knew
know known label lab lady language large last late later law lead leader leads learn learned least leave leaving left legal less let
letter level license licensed life like likely line link linkedin list listed listen little live living llc loan local
location log long longer look looked looking looks loss lost lot lots love loved low lunch mail main major make makes making male man
manager managed management many map marital mark marked marketing married master maybe mds me mean meaning means media
medicaid medical medicare medication medications medicine meds meet meeting meetings member members memo men mental
mentioned message messages met mexican mid middle might military minute minutes miss missed missing mobile mom moderate monday money
month monthly months more morning mornings most mother move moved moving much multiple mum must my myself name names
national native near need needed needing needs negative neither network never new newsletter next nice night no nobody
none noon nor normal not note noted notes nothing notice notified now number numbers nurse obtain obviously occupation of off
offer offered office officer offline often oh ok okay old older on once one online only onto open opened opening operations
opportunity opt option options or order ordered organic organization original other others otherwise our ours out
outbound outcome outgoing outpatient outside over overall overview own owner paid pain panic paperwork parent parents park
part partial participant partner party past pastor patient patients pay payer paying payment peer pending people per percent
perfect perhaps person personal phone photo php phq physical physician pick picked place plan planning plans please plus
point policy portal position positive possible possibly post potential practice pre prefer preference preferred pregnant
prescribed prescription present presenting president press pretty previous previously price prices primary prior
priority private pro probably problem problems procedure process product professional profile program programs project
prompt proof property proposal provide provided provider providers psych psychiatric psychiatrist psychiatry psychologist
psychology public purpose put qualified quality question questions quick quickly quiet quit quite rate rather re reach
reached read reading ready real really reason reasons receive received recent recently reception receptionist record
records recovery ref refer reference referral referrals referred referring refused regarding regards region regular rehab
rehabilitation related relationship release remember remind reminder remote remove rep reply replied report reported
representative request requested requesting requests required residential residence resolved resource resources respond
responded response rest result results resume return returned returning review reviewed right rn role room route
routine running safe safety said sales salary same sat saturday save saw say saying says scale schedule scheduled
scheduling school score screen screening search season second secondary section see seeking seem seems seen select self send sending
senior sent separate september series service services session sessions set setting several severe severity share she
shift short should show showed side sign signature signed similar simple simply since single sir sister site situation
size skip sleep small smoke so sober sobriety social some somebody someone something sometimes somewhere son soon sorry
sought sounds source spanish speak speaking special specialist specialty specific spoke spouse staff stage standard start
started starting state stated states status stay step still stop stopped story street stress stressed struggling student
students stuff subject submission submit submitted subscribe substance such sudden suddenly suffering suggested suicidal suicide
summary summit sunday super supervisor support supported sure survey symptom symptoms system take taken takes taking talk talked talking
target task team teams technician teen teens telehealth tell ten terrible test text texted than thank thanks that thats the
their them then therapist therapists therapy there these they thing things think thinking third this those though thought
three through thru thursday ticket till time times title to today together told tomorrow tonight too took total toward
track tracking transfer transferred transport transportation trauma travel treat treated treatment trial tried trouble true trust try
trying tuesday turn twice two type under understand understanding unable unfortunately unit united university
unknown unless until up update updated upon urgent us usage use used user uses using usual usually utm vacation value various
verbal verified verify verification version very veteran veterans via video view virtual visit visited visits voice voicemail
vs wait waiting waitlist waived walk want wanted wants warm warning was way we web webinar website wednesday week
weekday weekend weekends weekly weeks welcome well wellness went were what whatever when whenever where whether which while white
who whole whom whose why wife will willing wish with within without woman women wonder wondering word work worked
worker working works workplace world worried worry worse would write writing wrong wrote yeah year yearly years yep yes
yesterday yet you young younger your yours yourself youth zip zone zoom
monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
spring summer fall autumn winter christmas thanksgiving easter halloween ramadan hanukkah diwali eve
english spanish french german italian portuguese chinese mandarin cantonese japanese korean vietnamese tagalog arabic russian hindi
american african asian latino latina latinx hispanic european indian canadian british irish jewish christian catholic muslim
america usa canada mexico england britain europe africa asia china india japan korea germany france spain italy israel
usd est pst cst mst edt pdt cdt mdt gmt utc am pm asap fyi eta tbd tba na n/a pdf csv html url api sms crm emr ehr faq
adhd ptsd ocd mdd gad bpd sud aud oud iop php rtc loc vob eap hmo ppo pos epo cobra hipaa aca va er icu hr it ceo cfo cto coo cmo vp
hrbp svp evp dba aka pto fmla ada ein npi dea mrn dob ssn cbt dbt emdr tms ect mat nami samhsa aa na
aetna cigna humana anthem optum unitedhealthcare uhc bcbs bluecross blueshield kaiser permanente molina ambetter centene magellan carelon beacon
tricare medi cal amerigroup wellcare tufts highmark premera regence oscar clover devoted bright lyra headway alma betterhelp talkspace
cerebral ginger calm headspace salesforce hubspot marketo pardot slack outlook gmail yahoo hotmail icloud aol microsoft
apple amazon facebook instagram twitter tiktok youtube snapchat whatsapp telegram signal uber lyft walmart target costco cvs
walgreens netflix spotify calendly docusign twilio ringcentral callrail kipu alleva sunwave epic cerner athena zocdoc
zoloft prozac lexapro celexa paxil wellbutrin effexor cymbalta pristiq remeron trazodone xanax ativan klonopin valium adderall ritalin
vyvanse concerta strattera lithium lamictal depakote abilify seroquel risperdal zyprexa geodon latuda clozaril haldol invega
vraylar rexulti caplyta buspar hydroxyzine gabapentin suboxone subutex methadone naltrexone vivitrol sublocade antabuse campral narcan
naloxone sertraline fluoxetine escitalopram citalopram paroxetine bupropion venlafaxine duloxetine lamotrigine quetiapine
olanzapine aripiprazole clonidine propranolol prazosin ketamine spravato ambien lunesta fentanyl heroin oxycodone percocet vicodin
cocaine meth methamphetamine marijuana cannabis kratom tylenol advil ozempic metformin
anonymous withheld redacted none null undefined unknown test tester example sample placeholder dear sincerely respectfully cordially
congratulations mr mrs ms mx prof rev jr sr ii iii iv md phd psyd lcsw lmft lpc lmhc cadc pmhnp np pa msw edd esq
hola gracias buenos buenas dias tardes noches necesito quiero estoy soy tengo mi hijo hija esposo esposa mama papa por favor
para con sin como que cuando donde porque pero muy mas este esta ese esa los las el la un una del al y o de en es se me te le
su nos ustedes usted somos saludos atentamente estimado estimada senor senora cita llamada llamar correo telefono
nombre direccion fecha nacimiento terapia ansiedad depresion ayuda tratamiento seguro paciente madre padre
thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred six seven eight nine
cross shield rural notetaker grandma grandpa granny auntie uncle aunt cousin nephew niece police payroll landlord principal housing roommate neighbor boyfriend girlfriend fiance boss manager director owl ace mild moderate bipolar anxiety grief anger addiction alcoholic alcoholics anonymous narcotics anon nar smart big
cognitive dialectical acceptance commitment motivational interviewing exposure mindfulness yoga meditation art music equine
gold silver bronze platinum premium basic pro plus red blue green black brown gray grey pink purple yellow orange north south east west
northern southern eastern western central upper lower greater saint san santa mount fort lake river valley
executive chief senior junior vice lead head regional global area account success operations engineer developer analyst
specialist generalist strategist consultant supervisor foreman teacher principal dean professor attorney lawyer judge
police sheriff fire army navy marine marines force guard reserve veteran sergeant captain lieutenant colonel general
`

/** What makes the words before it the name of an organisation, a place, a law or a questionnaire. */
const ORGANISATION = `
academy act agency airport alliance assembly assessment associates association authority award bank behavioral behavioural
bridge building campus care cares center centers centre chapel charter church clinic clinics co coalition collaborative college
commission community company consultants consulting corp corporation counseling counselling county department
detox disease disorder district division elementary enterprises fellowship foundation fund group groups health
healthcare hospice hospital hospitals hotel inc index institute insurance international inventory isd laboratories lab labs
law library llc llp lodge ltd mall management medical medicine memorial method ministries ministry mission
museum network networks nation outpatient partners parish partnership pharmacy phenomenon plan plans plc practice press program
programs psychiatric psychiatry psychology psychological ranch recovery rehab rehabilitation residence residential resort retreat
sanctuary scale school schools service services society software solutions springs stadium studio studios syndrome system systems
technologies technology test therapeutics therapies therapy tower towers treatment trust universal university wellness ymca
questionnaire checklist criteria model protocol technique effect elementary middle palsy lymphoma chorea sarcoma
`

const split = (words: string): readonly string[] => words.split(/\s+/).filter((word) => word !== '')

/** Words that, standing with a capital, still are no name. */
export const NOT_A_NAME: ReadonlySet<string> = new Set([
  ...split(WORDS),
  ...STATE_NAMES.flatMap((name) => name.split(' ')),
])

/** Words that end the name of an organisation, law, questionnaire or illness. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(split(ORGANISATION))
