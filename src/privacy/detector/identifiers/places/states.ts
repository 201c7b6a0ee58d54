/** States, the district and the territories of 45 CFR 160.103: by themselves not identifiers. */
export const STATE_NAMES: readonly string[] = (
  'alabama,alaska,arizona,arkansas,california,colorado,connecticut,delaware,florida,georgia,hawaii,' +
  'idaho,illinois,indiana,iowa,kansas,kentucky,louisiana,maine,maryland,massachusetts,michigan,' +
  'minnesota,mississippi,missouri,montana,nebraska,nevada,new hampshire,new jersey,new mexico,' +
  'new york,north carolina,north dakota,ohio,oklahoma,oregon,pennsylvania,rhode island,' +
  'south carolina,south dakota,tennessee,texas,utah,vermont,virginia,washington,west virginia,' +
  'wisconsin,wyoming,district of columbia,puerto rico,guam,american samoa'
).split(',')

export const STATE_CODES: readonly string[] = (
  'AL,AK,AZ,AR,CA,CO,CT,DE,FL,GA,HI,ID,IL,IN,IA,KS,KY,LA,ME,MD,MA,MI,MN,MS,MO,MT,NE,NV,NH,NJ,NM,NY,' +
  'NC,ND,OH,OK,OR,PA,RI,SC,SD,TN,TX,UT,VT,VA,WA,WV,WI,WY,DC,PR,GU,AS,VI,AP,AE,AA'
).split(',')
