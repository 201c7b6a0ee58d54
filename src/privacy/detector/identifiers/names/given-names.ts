import { RARER_GIVEN_NAMES } from './rarer-given-names.ts'

/**
 * Given names, written down by hand: the common ones as in the Census Bureau's "Frequently Occurring
 * First Names" of 1990 (public domain), though not taken from its file, and names frequent among
 * people whose names that list has few of. Lower case, without accents.
 */
const PLAIN = `
james john robert michael david william richard joseph thomas charles christopher daniel matthew anthony donald
steven steve paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas
eric jonathan stephen larry justin brandon benjamin samuel gregory alexander patrick raymond dennis jerry
tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter keith roger
terry sean gerald harold carl arthur lawrence dylan jesse bryan lawrence albert bruce willie gabriel
alan juan logan wayne ralph roy eugene randy vincent russell louis philip bobby johnny bradley billy jimmy
howard craig phillip allen danny jerome travis leonard clarence ernest marvin rodney curtis stanley norman
luis marcus melvin glenn theodore alfred kirk francis herbert frederick martin dwayne derek derrick darrell
darryl darren cory corey casey brett brent brad trevor troy todd tony tim tom jim joe ben dan dave mike matt greg jeff
kenny ronnie donnie eddie freddie charlie tommy joey mickey nick nate zach zack josh jake luke lucas liam mason
elijah isaiah jeremiah josiah caleb connor conner cody colin colton cameron carlos miguel angel jesus antonio
francisco alejandro pedro manuel mario ricardo fernando eduardo javier raul ruben sergio andres roberto rafael
hector oscar cesar jorge alberto armando arturo enrique ernesto esteban felipe gerardo guillermo gustavo hugo ignacio
ismael jaime joaquin julio leonardo lorenzo marco marcos mateo mauricio nicolas omar orlando osvaldo pablo ramiro
ramon reynaldo rigoberto rodolfo rodrigo rogelio salvador santiago santos saul tomas vicente wilfredo xavier
abraham adrian adolfo alex alexis alfonso alfredo alonzo alvin andre andy archie arnold arturo barry bernard bernie bert
blake boyd brendan brendon bryant bryce byron calvin cecil cedric chester clayton clifford clifton clinton clyde
conrad cornelius dallin damian damien damon dante darin darius darnell deandre demetrius derick desmond devin devon devante
dexter dewayne dominic dominick donovan doug duane dustin dwight earnest edgar edmund eduardo edwin efrain eli elliot
elliott elmer emanuel emilio emmanuel erik ervin everett fabian felix floyd forrest franklin fredrick garrett gavin
geoffrey gerard gilbert giovanni gordon graham guadalupe harley harrison harry harvey herman homer horace
ira isaac isidro israel ivan jackie jamal jamie jared jarrod jarvis javon jayden jaylen jermaine joel johnnie jon jonah jordan
julian julius junior kareem karl kelvin kendall kendrick kent kerry kirk kurt lamar lance landon leland leon
leonel leroy leslie lester levi lionel lloyd lonnie loren lowell lucas lyle mack malcolm malik marc marcel marlon marshall
maurice maxwell merle micah micheal mitchell mohammad mohammed mohamed muhammad ahmed ahmad ali hassan hussein ibrahim
khalid mahmoud mustafa youssef yusuf abdul abdullah tariq rashid nasir samir karim amir omari jamil faisal
morris moses murray myron neal neil nelson nicolas noel oliver ollie otis owen perry pete preston quentin
quincy quinton ramon randall randal raphael reginald rene reuben rex rhett rick rickey ricky robbie
rocky roderick roland roman ron rory roscoe ross rudolph rudy rufus salvatore sammy seth shane shannon shaun shawn
sheldon sherman sidney simon solomon spencer stefan stephan stewart stuart terence terrance terrell terrence tevin
thaddeus tobias trent trenton tristan tyrone tyson ulysses vernon virgil vladimir wallace warren wendell wesley
wilbert wilbur wilbert willard willis wilson winston woodrow zachariah zane
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret
ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca sharon laura cynthia dorothy
amy kathleen angela shirley emma brenda pamela nicole anna samantha katherine christine debra rachel carolyn janet
maria catherine heather diane olivia julie joyce victoria ruth lauren kelly christina joan evelyn judith
andrea hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia
frances jean alice judy isabella julia denise amber danielle brittany marilyn beverly theresa diana natalie
alexis kayla rita tiffany lori tammy vanessa courtney sheila stacy valerie vivian veronica erica ebony
ellen edna josephine connie alyssa phyllis peggy kristen kristin kristina tina erin jill lindsay lindsey monica wanda
yolanda ana anne annie annette antoinette arlene audrey bernice bertha beth bethany bonnie bridget camille candace
candice carla carmen carrie cassandra cassie cecilia celeste celia charlene chelsea cheri christie christy cindy claire
clara claudia colleen constance cora corinne daisy dana darlene debbie deanna delia delores desiree dianne dina dolores doris
edith eileen elaine eleanor elena elisa elisabeth elise ella eloise elsa elsie erika erma esmeralda estelle esther
ethel eunice eva evangeline felicia fiona flora florence francesca gabriela gabriella gail gayle genevieve geraldine gina
gladys glenda greta guadalupe gwen gwendolyn harriet hazel helen henrietta hilda holly ida imelda ines ingrid
inez irene iris irma isabel jackie jacquelyn jan jana jane janelle janette janie janine jasmine jeanette jeanne jeannie jenna jenny jeri
joann joanna joanne jocelyn jodi jody johanna jolene josefina josie juana juanita judy julianne juliana juliet
kara kari karin karina karla kate katelyn kathie kathy katie katrina kay kaitlyn kaylee keisha kelli kelley kellie kendra keri kerri kerry
kim krista kristi kristie kristine kristy krystal lacey lakeisha lana latasha latisha latonya latoya laurel laurie lawanda leah
leann leanne leigh lena leona leonor leticia lidia lila lillian lillie liliana liz liza lois lola loretta lorena lorraine
louise luann lucia lucille lucinda lucy luisa luz lydia lynda lynette lynn lynne mabel mable madeline mae maggie mamie
mandy marcella marcia margarita margie marguerite marianne maribel marie marina marisa marisol marissa marjorie
marlene marsha marta martina maryann maryanne mattie maureen maxine megan meghan melanie melba melinda melody mercedes meredith
mia mildred mindy minerva minnie miranda miriam misty molly mona monique muriel myra myrna myrtle nadia nadine naomi
natalia natasha nellie nettie nichole nikki nina nora noreen norma olga opal ora pamela pam patsy patti patty paula paulette
pauline peggy petra phoebe polly priscilla rachael rachelle ramona raquel reba regina rena renee rhoda rhonda
roberta robyn rochelle rosa rosalie rosalind rosalinda rosario roseann roseanne rosemarie rosemary rosetta rosie roxanne
rosalyn sabrina sadie sally sasha selena selina serena shari sharlene shauna shawna shelby shelia shelley shelly sheri sherri sherrie sherry
sheryl silvia simone socorro sofia sondra sonia sonja sonya sophie stacey staci stacie stella sue susanna susanne susie suzanne
suzette sylvia tabitha tamara tameka tami tamika tania tanisha tanya tara tasha tatiana tasha teri terri thelma tonia tonya
tracey traci tracie tracy tricia trisha trina trudy twila ursula valeria velma vera verna vicki vickie vicky viola virginia
wendy whitney wilma winifred yesenia yolanda yvette yvonne zoe zelda
aaliyah addison adriana alana alejandra alexa alexandra alexandria alicia alina alisha alison alissa allison alma althea
alyson amelia amina anastasia angelica angelina angelique angie anita anjali antonia araceli ariana arianna ariel aurelia ava
avery bailey beatrice beatriz becky belinda bella bianca blanca brandi brandy breanna brenna briana brianna brianne brooke
bryanna caitlin callie carissa carolina caroline cathy charmaine chloe chrissy ciara clarissa consuelo corina cristina
dahlia daniela darcy deja delilah destiny diamond dominique eliza ellie elvira emilia emely esperanza estela estrella fatima
fatimah fernanda frida gianna giselle graciela gracie griselda haley hailey hallie imani isabelle ivette ivonne jada
jaclyn jacklyn janessa jasmin jayla jayda jazmin jenifer jessie jillian josephina julissa kaitlin karissa kasey kassandra
katarina katelynn katharine katia kaya kayleigh keely keira kelsey kelsie kenya kiara kiera kira kirsten kyla kylie kyra
lara larissa latrice layla leila leilani lesley lexi lilian lily lina lizbeth lizette lourdes lucero luciana maddie
madeleine magdalena makayla malia mallory marcela margaux margot mariah mariam mariana maricela mariela
marilu maritza marlen maura maya mckenna mckenzie mercedes micaela mikayla mireya moira mya myla nancy nayeli nevaeh nia
noelle noemi nydia oksana olena paloma paola patrice perla petra pilar priya rebekah reyna rhiannon riley rocio rosalba
rosalia rubi ruthie salma savanna shaina shakira shanice shania shanna shaniqua sharonda shayla sheena shirin skye skylar
soledad stefanie sunita susana taryn tatyana taylor tess tessa thalia tia tiana tori valentina vanesa viviana ximena yadira
yasmin yasmine yesenia zahra zainab zara zoey
aiden ayden braden brayden bradyn brody bryson camden carson carter chidi chinedu chioma chukwudi ngozi amara adaeze
adaobi ifeoma obinna emeka kelechi nnamdi oluwaseun olumide ayodele babatunde tunde folake yetunde temitope kwame kofi
akosua ama abena kwabena yaw fatou mamadou aminata ousmane abdoulaye tendai thabo sipho lerato chipo wanjiru kamau
aditi aditya amit ananya anil anita anjali ankit aparna arjun arun asha ashok deepa deepak divya gaurav geeta harish
harpreet ishaan jyoti kavita kavya kiran krishna lakshmi lata mahesh manish manoj meena meera mukesh nandini naveen neha
nikhil nisha nitin pooja prakash pranav prasad priyanka rahul raj raja rajesh rakesh ramesh ravi rekha rohan rohit sachin
sandeep sangeeta sanjay sanjeev sapna shreya shweta siddharth smita sonal srinivas sudha sunil suresh swati tanvi uma usha
varun venkat vijay vikram vinay vinod vishal vivek yash gurpreet jaspreet manpreet balwinder
aisha ayesha bilal farah farhan fareed habib hamza hana hadiya hiba huda imran iman jamila kamal karima khadija laila latifa
leyla maryam mariam mehmet mina mona nabil nadia naima nawal noor nour omar rania reem rima saad sadia safiya saif salim salma
samira sana shabnam soraya sumaya tahir talia wael walid yara yasir yousef youssef zaid zain zeinab ziad reza hossein
mehdi parisa shirin arash azadeh bahram behnaz cyrus darya farzaneh kaveh laleh leila maryam nasrin niloufar omid
bao binh chau dinh dung duc hanh hien hieu hoa hoang hong hung huong khanh khoa lan linh loan long mai minh ngoc nhung phuong
quang quoc quynh tam thanh thao thi thu thuy tien trang trinh trung tuan tuyen tuyet van vinh xuan yen
akira aiko ayumi daisuke emiko haruka haruki hiroko hiroshi kaori keiko kenji kenta kyoko masako mayumi michiko naoki naoko
noriko ryo sachiko sakura satoshi shinji takashi takeshi tomoko yoko yuki yumi yuka yusuke
eun hye hyun jae jin jihoon jiho jisoo joon minji minjun seo seung soo soojin sung sunhee woo yeon yoon young youngmi
chen cheng chun fang feng guo hao hui jia jian jie jing jun kai lei lijun ling mei meiling ming ping qiang qing
rong shan shu tao ting wei wen xia xiao xin xiu yan yang ying yong yu yuan yue yun zhen zhi zhong
aleksandr alexei anatoly andrei andriy anton artem boris bohdan daria dmitri dmitry ekaterina elena evgeny galina
grigory igor ihor irina ivana katya kateryna kirill ksenia larisa lev ludmila lyudmila maksim marek mikhail milan milena
mykola nadezhda natalya nikolai oleg oleksandr olha pavel petro piotr roman sergei serhiy svetlana taras tatiana
valentin vasily viktor vitaly vlad volodymyr yaroslav yelena yulia yuri zoya agnieszka bartosz ewa grzegorz jacek janusz
katarzyna krzysztof lech lukasz magda malgorzata mariusz mateusz pawel tomasz wojciech zbigniew zofia
aoife brendan ciaran conor declan eamon eoin fergus finn fionn niall oisin padraig roisin ronan saoirse seamus siobhan
sinead alistair callum ewan hamish iain angus fraser gareth rhys dylan bronwyn carys owain giuseppe luca matteo paolo
alessandro alessandra chiara federica giulia lorenzo stefano francois jacques luc mathieu pierre thierry yves amelie
brigitte celine elodie genevieve heidi hans jurgen klaus wolfgang ulrike ursula gunther helga greta lars sven bjorn
ingrid astrid anders nils magnus freya sanne joost pieter dimitri dimitrios eleni georgios ioannis kostas nikos spiros
sofija goran zoran dragan milos nikola vesna ivo radu ioana mihai andreea bogdan catalin laszlo istvan zsofia zoltan
deshawn dashawn keshawn lashawn rashawn tyrell tyrese terrell tremaine treyvon trayvon jaquan marquis marquise
marquez latrell lebron kobe kyrie khalil keyshawn quinten raheem rashad jalen javonte daquan shaquille tanesha
shanequa latoyah lakisha lakesha nakia shawanda tawanda tyesha kiana keyana quiana breonna precious
makenna makenzie mackenzie kennedi londyn paisley peyton payton presley reagan reese remi rowan ryder ryker sawyer
sienna sloane theo thea tatum weston wyatt easton emerson finley greyson grayson holden jace jaxon jaxson kaden
kaiden kason kingsley kinsley knox maddox maverick beckett bennett braxton brantley brynlee adalyn adelaide adeline
adelyn aubree aubrey anabelle annabelle annabel arabella ayla camila catalina coraline cordelia eden elena eliana elliana
eloise emersyn esme everleigh evie freya genesis gemma gwyneth harlow hadley ila isla jolie josephina juniper kaia
kali kamila kehlani leia lena lennon lilith lilly lorelei luna lyla maeve mabel malaysia margo marlowe matilda mila millie
nala nyla nova oaklyn olive octavia ophelia penelope philippa quinn raelynn rosalee rosie sage saylor scarlett
sutton tallulah teagan vera vivienne willow wren xiomara yaretzi zariah zuri
asher atticus august axel barrett beau beckham bodhi bowen brooks cade callan callen cash cohen cruz crew dawson
deacon declan desmond elian ellis enzo ezekiel ezra fletcher gideon grady griffin gunner hendrix hudson ivan
jaden jasper jax jayce jett kane karson killian kyler kyson lachlan lawson leighton lennox lincoln maximus
maximiliano milo nash nico niko orion otto parker paxton phoenix porter quincy rhett river rocco roman royce
silas soren thiago titus tucker walker walter waylon westley wilder xander zander zayden zayn
bartholomew barnaby cornelia clementine clint clarice cristobal cuauhtemoc dionisio eulalia eusebio evaristo fausto
fermin genaro gilberto heriberto hilario hortensia humberto isidora jacinto jacobo jairo jazmine jimena joselyn
lazaro leandro leobardo lisandro lupe lupita macarena macario maite manuela margarito martin marisela mayra mirna
moises nestor nicanor norberto octavio ofelia olegario paulina pascual porfirio primitivo refugio remedios
reyes rosaura ruperto sabino sandoval santino silvestre teodoro trinidad ulises valentin venancio wilber yahaira yamileth
yazmin yoselin zulema aurelio apolonio bernardo benito camilo celestino clemente concepcion cristian cristobal
danilo dario demetrio diego edgardo efren eladio eliseo eloy erasmo everardo ezequiel fidel filiberto flavio
gaspar gonzalo gregorio horacio ines irineo jaimito jesusa joel josue
giovanna bernadette trevon anselm rutger ulrich ottilie calista eudora beatrix lenora camilla hollis
philomena norbert abel abner adela adele agatha agnes aida aileen aimee alberta aldo alec alfreda alphonse
alyce amalia anastacia annalise annamaria annemarie anneliese ansel anselmo antione antwan arlen arlie
arline arlo armand armida arne arvin astor aubry augustine augustus aurelie azalea babette barney bart basia
beata benita benji benny bernadine bernardine bernita bertram bessie bettie bettina beulah birgit blaine
blair blanche boyce bradly brandie breanne brenden brennan bridgette brigid brigitta britney brittney bryon
burt caesar callista candy capri carey carina carlene carlo carlotta carlton carmela carmella carmine
carolann carroll casandra cassidy cathleen cathryn cayla cecile cecily celina chantal chantel charley
charlette chauncey chelsie cherise cherrie cheryle christa christal christene christiane christin christoper
christophe ciera cinda clarabelle claribel claudette claudine claudio claudius cleo clotilde coleen concetta
constantine coralie cordell coretta corinna cornell corrine cortney courtland cristal cristin curt cyril
dagmar dalia damaris damion danae dania danita dannie daphne darby darci darla darleen darrel darrick darrin
darron daryl davey davina dawne dayna deana deann deanne debi debora debrah dedra deedee deidra deidre
deirdre delbert delfina della delmar deloris delphine demetria demi denis denisha denny deon desirae
destinee devora diann dianna dierdre dillon dimitrius dinah dinorah dione dionne dolly dominga donnell dora
doreen doretha doria dorian dorine dorinda dorothea dortha dottie dreama drusilla dulce duncan earlene
earline earnestine ebonie edda edie edmond edwina effie efrem elaina elana elbert elda eldon eleanora elenor
elfrieda elias elida elina elinor elissa elizabet elizbeth ellamae elma elmo elnora elois elroy elton elva
`
/** Names that are also words, months, places or products: they need more than a capital. */
const ALSO_WORDS = `
abbey ace amber angel april art ash asia august aurora austin autumn axel bailey basil bay beau berry bill bishop
blake blue blossom bond bonita brandy brooklyn brooks buck bud buddy carol carter cash chance charity charlotte chase chad china
chip christian christmas clay cliff cloud cody coral cruz crew crystal curry daisy dale dallas daniella dawn dean deacon denver
destiny diamond don drew duke earl ebony eden elder ember england essence eve ever faith fern florence ford forest frank
gale garland gene genesis georgia ginger glen golden grace grant guy hank harmony haven hazel heath heaven heather
henna hope houston hunter india iris israel ivory ivy jack jackson jade jasmine jasper jay jean jesus jet jewel
journey joy june junior justice kai karma kelvin kennedy king lake lance lane laurel legend liberty lily lincoln london lotus
love lucky luna madison magnolia mai major mark mariner mars max maverick may mckinley melody memphis mercedes mercy merry
miles milan mine mo nash navy nova norm ocean olive opal orion orlando pansy paris parker pat patience pearl penny
phoenix piper pleasant poppy porter precious prince princess promise rain raven ray red reed reyes rich
river rob robin rod rose rosemary rowan roy ruby rusty ruth sage sailor salvador sandy santiago savannah sawyer scout
september serenity shade sierra sky skip sonny sophia spring star stone storm sue summer sunny sunshine sydney
tad tate temple terra trace treasure tree trinity trip tripp tucker van victor victoria viola violet virginia walker
ward wade west wilder will willow winter wolf woody wren young zen jordan charlie morgan ram major rocky mason
bo cat dee dot fox gay glory happy hero jan jo lee ling long ming min mae moon nan noble nat ping rip ron sal
sam sol song stew sung tam tan ted thu tien tip ty van wayne wen win yang yen yong yu ama asha raj raja reem long hung
cyrus angel skip page paige art barb bay bee bell bob bud carmen carol cherry colt crystal dusty easy fay forest fran
gem gal happy heath honey june kit lark lark lex linden maple marina maris mickey nick olive ode pam
penn pepper pete pierce randy rex ridge rusty sandy scarlet sienna sunday terry tab teal tiger tina tyson umber wally alma
lyric lucero vale valley venus vera verity vernal vista wednesday hana mina ollie perry kent kirk kin kane trent jon
christmas ana ava eli ira jin lev loan lan mona mai nova dung duc hao hui kali kobe luz milo ming nia ora
malaysia kenya carolina alexa siri cortana claude einstein sterling otto trudy sheridan regan princeton
concepcion esperanza soledad socorro remedios refugio reyes luz sol dolores mercedes pilar rosario trinidad santos
tien yen tam chun hong mei roman german darin marquis domino carmel dell chi tao sana sasha kiran kavita guadalupe
buddy sonia kelsey pearl
alba alden amos athena augusta avis branden brant bree bret burton buster cary chasity christen cleveland
dakota davis dewey dixie emerald essie farrah foster franco fritz garth golda hal haywood hosea hoyt isa iva
january jed jewell johnson jordon kip kitty lacy madonna mana marine mee merlin modesto monte montgomery
nana neely nevada newton noe numbers ocie olympia oma omega ona palmer porsche queen queenie rae raleigh ria
rico riva roma royal sang santa santo sau season see shad shay shea shiloh shin signe sixta sun tai tanner
tiny tory tula un val valencia velvet venice vida vita viva walton wan warner wiley windy wonda yer yi yung
zona
`

const split = (names: string): readonly string[] => names.split(/\s+/).filter((name) => name !== '')

/** Given names that are also ordinary words. */
export const GIVEN_NAMES_ALSO_WORDS: ReadonlySet<string> = new Set(split(ALSO_WORDS))

/** Every given name, the ambiguous ones too. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  [PLAIN, RARER_GIVEN_NAMES, ALSO_WORDS].flatMap(split),
)
