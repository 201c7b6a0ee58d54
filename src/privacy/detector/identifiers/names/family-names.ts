/**
 * Family names, written down by hand: the common ones as in the Census Bureau's "Frequently Occurring
 * Surnames" of 1990 and 2010 (public domain), though not taken from its files. Lower case, without
 * accents.
 */
const PLAIN = `
smith johnson williams jones garcia miller davis rodriguez martinez hernandez lopez gonzalez gonzales wilson
anderson thomas taylor jackson martin perez thompson harris sanchez clark ramirez lewis robinson
walker allen wright scott torres nguyen flores adams nelson baker rivera campbell mitchell carter
roberts gomez phillips evans turner diaz cruz edwards collins stewart morris morales murphy
rogers gutierrez ortiz morgan cooper peterson howard ramos kim cox richardson watson
chavez bennett mendoza ruiz hughes alvarez castillo sanders patel myers ross jimenez
powell jenkins russell sullivan griffin hayes bryant herrera gibson ellis vasquez vazquez marshall aguilar ford
gallagher kelly dixon freeman simmons henry wagner guzman romero crawford snyder mason tucker hunt hicks holmes palmer
daniels silva medina moreno fernandez vargas lawson fowler boyd warren mills reynolds fuentes carrillo soto ruiz
delgado pena rios salazar maldonado castro chen wang zhang liu huang lin yang wu li zhao zhou xu sun ma zhu hu guo he gao luo
zheng liang xie tang feng cheng chang chu lam leung wong chan cheung tran pham hoang huynh phan vu vo dang bui duong
ngo dinh choi jung kang cho yoon jang lim shin kwon hwang ahn song yoo suh singh kaur sharma gupta kumar
shah khan ahmed ali hussain rahman hasan malik sheikh siddiqui ansari chaudhry chowdhury choudhury banerjee chatterjee
mukherjee bose sen das dutta ghosh iyer iyengar nair menon pillai reddy rao naidu desai mehta joshi kulkarni deshmukh
patil bhatt bhatia kapoor khanna malhotra mehra chopra arora agarwal aggarwal jain bansal mittal goel goyal verma
mishra pandey tiwari dubey shukla trivedi dwivedi srivastava saxena thakur chauhan rathore yadav naik kamath shetty hegde
gowda krishnan subramanian venkataraman raghavan natarajan srinivasan rangan chandra okafor okonkwo okoro okeke okoye
obi eze nwosu nwachukwu chukwu onyeka onyekachi uche ibe igwe adeyemi adebayo adeleke adesina adewale afolabi
ogunleye olawale oladipo balogun bello abubakar mohammed musa usman danjuma lawal mensah owusu boateng asante osei appiah
agyeman amoah antwi addo ansah adjei diallo diop ndiaye traore toure keita coulibaly kone camara bah barry sow
kamara sesay conteh kipchoge wanjiku mwangi kamau njoroge otieno odhiambo ochieng mutua moyo ncube dube nkosi ndlovu
dlamini khumalo zulu tesfaye bekele haile abebe alemu girma mohamud abdi hersi warsame yusuf nasser haddad khoury
mansour saleh hamdan hamid aziz qureshi bashir darwish farah habib ibrahim ismail jaber kassem mahmoud mustafa najjar
nasr rahimi karimi ahmadi hosseini mohammadi moradi rezaei tehrani yamamoto tanaka suzuki watanabe ito nakamura
kobayashi saito kato yoshida yamada sasaki matsumoto inoue kimura hayashi shimizu yamazaki mori abe ikeda hashimoto ishikawa
ogawa fujita okada goto hasegawa murakami kondo ishii sakamoto endo aoki fujii nishimura fukuda ota miura takeuchi
nakagawa okamoto matsuda nakajima ivanov petrov sidorov smirnov kuznetsov popov volkov sokolov lebedev kozlov novikov
morozov kovalenko shevchenko bondarenko tkachenko kravchenko kowalski nowak wisniewski wojcik kaminski lewandowski
zielinski szymanski dabrowski kozlowski jankowski mazur kwiatkowski krawczyk novak horvat kovacs nagy szabo toth
popescu ionescu popa dimitrov georgiev nikolov petrovic jovanovic nikolic markovic schmidt schneider fischer weber
meyer wagner becker schulz hoffmann schafer koch bauer richter klein schroder neumann schwarz zimmermann braun kruger
hofmann hartmann lange krause lehmann kaiser fuchs scholz weiss vogel friedrich keller gunther berger winkler lorenz
baumann schuster bohm kraus albrecht kuhn jansen bakker visser dejong devries vandenberg vanderberg hansen jensen nielsen
pedersen andersen christensen larsen sorensen rasmussen jorgensen petersen madsen kristensen olsen johansen
berg haugen lindberg lindqvist johansson andersson karlsson nilsson eriksson larsson olsson persson svensson gustafsson
rossi russo ferrari esposito bianchi romano colombo ricci marino greco bruno gallo conti deluca mancini costa giordano
rizzo lombardi moretti barbieri fontana santoro mariani rinaldi caruso ferrara galli martini leone longo gentile
martinelli vitale dubois durand leroy moreau lefebvre roux fournier girard dupont lambert fontaine rousseau lefevre mercier
boucher tremblay gagnon bouchard gauthier morin lavoie bergeron pelletier
perry butler barnes bailey coleman henderson patterson jordan owens olson
wallace griffith woods cole hudson gardner stephens payne pierce berry matthews arnold wagner willis watkins
olson carroll duncan snyder hart cunningham bradley andrews riley fox armstrong carpenter weaver greene lawrence
elliott chavez sims austin peters kelley franklin lawson ryan schmidt carr vasquez castillo wheeler chapman
montgomery richards williamson johnston meyer bishop mccoy howell morrison hansen fernandez garza harvey
burton nguyen jacobs reid fuller lynch garrett romero welch larson frazier burke hanson mendoza moreno bowman medina
fowler brewer hoffman carlson silva pearson holland fleming jensen vargas byrd davidson hopkins herrera wade soto
walters neal caldwell lowe jennings barnett jimenez horton shelton barrett obrien castro sutton mckinney craig rodriquez
chambers holt lambert fletcher watts bates hale rhodes pena beck newman haynes mcdaniel mendez vaughn
parks dawson santiago norris steele curry powers schultz barker guzman munoz keller chandler leonard benson
avila wolfe gibbs herring hampton lucas mullins ayala salinas serrano cervantes valdez valencia velasquez trevino
figueroa juarez villarreal escobar espinoza escobedo esparza estrada cardenas cabrera camacho campos cantu cortez contreras
dominguez duarte duran enriquez gallegos galvan guerra guerrero huerta ibarra lara leal leon lozano lugo luna macias marquez
meza miranda molina montes montoya mora murillo navarro nunez ochoa olivares orozco ortega osorio padilla palacios
pacheco paredes parra peralta pineda ponce portillo quintero quiroz rangel reyes rivas robles rocha rosales rosario
rubio salas saldana sandoval santana santos segura sepulveda sierra solis suarez tapia tejada trejo trujillo valdes
valenzuela varela vega velazquez velez venegas vera vigil villa villanueva villegas yanez zamora zapata zavala zepeda zuniga
acevedo acosta aguirre alfaro alvarado amaya aranda arellano arias arroyo aviles baca barajas barrera bautista becerra
beltran benavides benitez bermudez bernal bravo burgos bustamante bustos caballero calderon calvillo cano casillas
castaneda cazares cisneros colon cordero cordova corona coronado correa cuevas davila deleon delacruz delarosa elizondo
felix franco gaitan galindo gamboa garay gil godinez granados guevara hidalgo hinojosa hurtado jaramillo jaimes lemus
limon lucero madrigal magana marin mata mejia melendez menendez mercado mojica monroy montanez montano mosqueda najera
narvaez negron nieto noriega nava ocampo ojeda olivas oliva oropeza otero pagan partida peralta perales pizarro plascencia
prado quezada quinones quintana rendon rico rincon rodrigues roldan roman rojas rosas rueda salcedo salgado samaniego
saucedo serna sosa tamayo tellez tirado toledo tovar ulloa urbina uribe valle varela velasco ventura vergara vidal
villalobos viramontes ybarra zaragoza zarate
mccarthy mccormick mcdonald mcgee mcguire mckenzie mclaughlin mcmillan mcmahon mcbride mcclain mcintosh mckay mcknight
mcpherson mccall mccullough mcdowell mcfarland mcintyre mckee mcleod mcneil macdonald mackenzie mckenna obrien oconnor
oneal oneill odonnell ohara oleary obannon fitzgerald fitzpatrick flanagan flynn finnegan foley gallagher gorman hogan
kavanagh keane kearney kelleher kennedy maguire maher malone maloney moran mulligan murray nolan nugent quigley
quinn rafferty reilly riordan rooney ryan sheehan sheridan sweeney tierney walsh whelan
abrams abbott acker adkins albertson albright aldrich allison alston ames andrade applegate archer armstead
arrington ashby atkins atkinson atwood ayers babcock bachman bagley baird baldwin ballard bancroft barlow
barron bartlett barton bassett bateman baxter beasley beatty beaumont becker beckett bell benjamin bernstein blackburn
blackwell blair blake blanchard blankenship blevins bolton boone booker bowen bowers bowles boyer boyle bradford bradshaw
brady brandt branham bray brennan bridges briggs brock brooks browning bruce bryan buchanan buckley bullock burch burgess
burnett burnham burris burroughs byrne cain calhoun callahan cameron cannon cantrell carey carlisle carlton carmichael
carney carson cartwright carver casey cassidy cates chaney chapin childers childress choate christensen christian
christopher clarke clayton clements cleveland clifford clifton coates cobb cochran coffey cohen colbert combs compton
conley connelly connolly connor conner conrad conway copeland corbett costello coughlin courtney cowan
crabtree craft cramer crenshaw crockett cromwell crosby crouch crowe crowley culver cummings currie curtis
dalton daly daniel darby daugherty davenport davies dawkins deaton decker dejesus delaney dempsey denton desantis devine
devlin dickerson dickinson dickson diehl dillard dillon dobbs dodson doe doherty dolan donahue donaldson donnelly donovan
dooley dorsey dotson dougherty douglas dowd downey downing downs doyle drake draper driscoll drummond dudley duffy dugan
dunbar dunlap dunn durham dwyer dyer eason easley eaton edmonds egan eldridge elkins ellison emerson epstein erickson
ervin erwin espinosa eubanks everett ewing fagan farley farmer farrell faulkner feldman felder ferguson ferrell
fielding finch finley fischer fisher fitch fitzsimmons fleischer fletcher forbes forrest foster fournier
fraser frederick frey friedman frost frye fulton gaines galloway gamble gardiner garner garrison gaston
gates gentry gerber gilbert giles gill gillespie gilliam gilmore glenn glover goff goldberg goldman goldstein goodman
goodrich goodwin gordon gould grady graham granger grantham graves grayson greenberg greenfield greenwood greer gregory
griffiths grimes gross grossman gustafson guthrie haas hackett hagan haley halloran hamilton hammond hancock hanna
hardin harding hardy harmon harper harrell harrington harrison hartley hartman hatcher hatfield hathaway hawkins
hawthorne hayden healy heath hebert hendricks hendrickson hendrix hensley herbert herman herndon hess hester hewitt
hickey hickman higgins hilliard hinton hobbs hodge hodges hoffmann holbrook holcomb holden holder holley
holliday hollingsworth holloway holman hooper hoover hopper horne horowitz houghton houser houston howe hoyt
hubbard huber huff huffman hull humphrey humphreys hurley hurst hutchins hutchinson hutchison hyatt hyde ingram irvin irving
irwin isaacs jacobson james jameson jarvis jefferson jeffries jenks jennings jernigan jewell johns judd kahn kane
kaplan katz kaufman kay keating keegan keith kellogg kemp kendall kendrick kent kern kerr kessler kilgore kimball kinard
kincaid kinney kirby kirk kirkland kirkpatrick kline klein knapp knowles knox koch kramer krueger kruse lacey
lacy lancaster landers landry lang langford langley langston lanier larkin larsen latham lawler leach leblanc
ledbetter ledford leonardo lester levine levy lilly lindgren lindsay lindsey link livingston lloyd locke lockhart lockwood logan
lott louis love lovell lowry lucas ludwig lund lundgren luther lyles lyman lyon lyons mackey madden maddox madison mahoney
mallory malloy manning marcum marino marion marks marlow marquis marsh martell massey mathews mathis matheson
matson mattingly maxwell mayer mayes maynard mayo mcgowan mcgrath mcghee mcgraw mclean mcqueen meadows melton melvin
mercer merrill merritt metcalf metzger meyers michaels michel middleton miles millard milligan mims minor mohr monahan
monroe montague mooney moore moran moreland morin morrow morse morton moseley moser mosley moss moyer mueller mullen
mullen muller mulligan murdock murrell muse musgrove nance nash navarrete naylor neff neill nester newberry newcomb newell
newton nichols nicholson nielsen nix nixon noel nolan norman northrup norton norwood oakes oakley oconnell odom ogden
oldham oliver ouellette overton pace packard paige parham paris parris parrish parsons pate patrick patton paul paulson paxton
peck pemberton pendleton penn pennington perkins perrin perryman petty phelps pickens pickett pierson pike
pittman pitts plummer poole porter posey pratt prescott preston prewitt prince pritchard proctor pruitt pryor
puckett pugh purcell purvis quick raines ralston ramey ramsay ramsey randall randolph rankin ratliff rawlings
rawls raymond redding redmond reece reese reeves reilly reiner renfro reyna rhoades richard richter riddle ridley
rigby riggs ritchie ritter roach robbins roberson robertson robison rodgers roe rollins rosen rosenberg
rosenthal roth rowe rowell rowland roy rucker rudolph ruffin rupert rush russo rutherford rutledge sadler
salter sampson samuels sanderson sanford sargent saunders sawyer saxton schaefer schaeffer schafer schmitt
schneider schreiber schroeder schubert schulte schultz schumacher schwartz scruggs seals sears sellers
sewell sexton seymour shafer shaffer shannon sharpe shaw shea sheffield shepard shepherd sheppard sherman sherwood
shields shipley shipman shoemaker short showalter shultz siegel silverman simms simon simons simpson sinclair singletary
singleton skaggs skinner slater slaughter sloan small smalley smallwood smithson snider snow snowden solomon somers
sorensen southard spangler sparks spears spence spencer stacy stafford stahl staley stallings stanford stanley stanton
stapleton starks starr staton steen stein steiner stephenson sterling stevens stevenson stiles stinson stokes
stoddard stout stovall stratton strickland stroud stuart stubbs sturgill sturm summers sumner sutherland swain swann swanson
swartz swenson sykes talbot talley tanner tate tatum tejeda templeton terrell terry thacker tharp thayer
thomason thomson thorne thornton thorpe thrasher thurman tillman timmons tipton todd tomlinson tompkins townsend tracy
travis trent trimble triplett trotter truong turnbull tyler tyson underwood upton vance vanburen vandyke
vang vanhorn vann vaughan vaughn vernon vickers vincent vinson voss waddell waldron walden waldrop
wallis walton wang ware warner washburn washington waters watkins weathers webb webster weeks weinberg weinstein weiner weir
weldon weller wentworth werner wesley westbrook wheaton whitaker whitcomb whitehead whitfield whitley whitlock
whitman whitmore whitney whitt whitten whittaker wiggins wilcox wilder wiley wilhelm wilkerson wilkes wilkins wilkinson
willard williford willoughby wimberly windham winfield wingate winkler winslow winston winters wise
witt wolf wolff womack woodall woodard woodruff woodson woodward wooten worley worthington wyatt wylie wynn xiong yancey
yarbrough yates yeager yoder york youngblood yusuf zamora zeigler ziegler zimmerman zuckerman
`
/** Names that are also words, trades or places: never enough by themselves. */
const ALSO_WORDS = `
abbott archer austin baker ball banks barber barker bass battle bell berry best bird bishop black blue bolt bond booker booth
boss bowling brand branch bridges brook brooks brown buck burns bush butler byrd camp cannon carpenter carter case cash
castle chance chase church clay cole cook cooper counts cross crane curry dale day dean dear denver dove drake drew
duke early east easter english farmer ferry field fields finch fisher flowers ford foster fox franco francis frank franklin freeman
french friend frost fry fuller gamble gardner garland gates german glass goes golden good grant grave graves gray green
greenwood grey grove hall ham hand hardy hart hatch hawk hay head heath hicks high hill holiday holland home
hood hook hooks hope house houston howe hunt hunter ireland jackson james jordan joy justice kay keen kent key keys king
kirk kitchen knight lake lamb lamp lance land lane law lay lee leach lemon link little lock long lord love low lucky lynn
major mark marks mars marsh mason may mays mayo means merchant mercer miles mills minor mission monday moon moody moss
nail noble north nurse oaks olive orange pace page paradise paris park parker parks parson patience
peace pen penny people perry pike pitt place plant poe pool poor pope porter post potter power powers pratt price
prince quick rain raines ranger ray read reed rich rice ridge ring rivers roach rock rose rush rust sage salmon sands
savage school self sellers shade sharp shepherd shields shine shore short singer skinner slaughter small smart snow sparks spear
speed spring springs stack star steel steele stern stock stone storm story street strong sturdy summer summers
swift tall tanner taylor temple terry town towns townsend treat trainer trip true tucker turner vale valentine valley van vest
walker wall walls ward ware warner waters way weaver weeks welch wells west wheeler white whitehead wild will wills
winter winters wise wolf wood woods word works worth wright wynn york young
an ba bai cha chi chu chung do dong du ha han hang he ho hong hu in jiang jin ju kong ku la lai lan law li lim lin lo
lu ma mao mo mu na ng oh pan pang park pei qin so song su sun ta tan to tong vo wan wen wu xi yan yang ye yin yo you yu yun
das sen rao bah sow dube haile bello lara luna vera villa sierra santos cruz reyes costa rosario franco roman leon
mora rico valle vega campos flores rojas rosas santana vigil pagan colon corona trinidad lucero salas sol
link chandler curry coffey gross hale irving kaiser lilly mckinley monroe madison washington lincoln jefferson
hamilton kennedy cleveland lancaster sterling sheridan chase norman dublin trent logan doe roe mendez major christian
christopher lang rush pike cobb combs coates cannon barron bray bravo bruno carr craft craig cox dick
downs duffy dyer easley fitch frey garrison gill gore grady guy hogan huff hull hurt joiner kerr kinder kind knapp
lange lark leonard link loving lush mack manning marino maker mann marina massey meadows means merit mink mix morse
mull muse nash nix odom pate peck pickett pitts plummer pride pullen quinn ragland rains ramp rank redding
rogue rude salt sauer sears seals sewer sharpe shea short stark stout stubbs swain teal tower trotter usher vance
via vogel wade wang ware weir witt hurst morales beltran otero solis nova ventura toledo zapata cordova miranda
aurora bliss boone bradford cary dallas everett fresno garden hampton plano wilmington wiley merck pfizer
`

const split = (names: string): readonly string[] => names.split(/\s+/).filter((name) => name !== '')

/** Family names that are also ordinary words. */
export const FAMILY_NAMES_ALSO_WORDS: ReadonlySet<string> = new Set(split(ALSO_WORDS))

/** Every family name, the ambiguous ones too. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set([...split(PLAIN), ...split(ALSO_WORDS)])
