/**
 * What tells the languages of one encoding family apart: the letters beyond ASCII, commonest first, and short words
 * that any longer text has. Used to guess an encoding, never to name a language to people.
 */
export type Language = {
  readonly letters: string;
  readonly words: ReadonlySet<string>;
  /** Those of its letters that are vowels, where it writes them all; else ''. */
  readonly vowels: string;
};

const language = (letters: string, words: string, vowels = ''): Language => ({
  letters,
  words: new Set(words.split(' ')),
  vowels,
});

export const LATIN: readonly Language[] = [
  // English has such letters in names and borrowed words alone
  language(
    'éèêïöüáóíñçäåôâøà',
    'the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there would their we has been when who will no more if out so said',
  ),
  language(
    'éàèçêâùîôëïûœæÿ',
    'le la les de des du et en un une est que qui dans pour sur au par se ils sont pas ce ne il',
  ),
  language(
    'äüöß',
    'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch am sie nach er es',
  ),
  language(
    'óíáéñúü',
    'de la que el en y a los se del las un por con no una su para es al lo como más pero hacia',
  ),
  language(
    'ãçáéíóõêúâàô',
    'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao',
  ),
  language('èàùòìé', 'di e il la che in un a per è una sono con del non si da le dei al i della gli più'),
  language('éëïóè', 'de het een van en in is dat op te zijn met voor niet aan er om ook als bij maar'),
  language('åäöé', 'och i att det som en på är av för med den till inte om ett han men var jag så'),
  language('åøæéó', 'og i det er til en på som at av for med den de ikke et har om jeg var der'),
  language('äöå', 'ja on ei että se oli hän ovat mutta kun niin myös ole kuin mukaan joka'),
  language('áíðéóöúæþý', 'og að í á er sem til um við en það með af ekki hann var fyrir þeir voru ég'),
  language('ąęłóżśćńź', 'w i na z do się nie że jest to o jak za po od dla są przez przy oraz ale co'),
  language('áíěéřčýžůšúňťďó', 'a v na se je že s z do to i o pro za ve by jako po ale jsou od tak'),
  language('áéíčžýľťšúôňäďĺŕó', 'a v na sa je že s z do to aj o pre za ako po ale sú od tak by'),
  language('áéöóőüíúű', 'a az és hogy nem is egy ez meg volt de van el csak már ha még mint'),
  language('șțăîâşţ', 'de în și a la cu o un care din pe să nu au se este pentru din mai s-au după lângă'),
  language('čšžćđ', 'i u je na se da su za od s ne kao što iz o bi ali koji to po'),
  language('ėšųžąįčūę', 'ir kad su į iš yra bet kaip tai ne apie jo jie buvo už po prie ant visi'),
  language('āīēšūņļģķčž', 'un ir ar no uz par kas ka pie pēc bet vai lai tas viņi visi gar līdz'),
  language('äõüöšž', 'ja on ei et see oli ka kui ta mis ning oma aga või seda selle'),
  language('ışğüöçİâ', 've bir bu da de için ile olarak çok daha ne gibi en olan o her kadar sonra ama'),
  language(
    'ħżġċàìòù',
    'u il- li ta fil- tal- ma għal minn hija huma fuq x- mill- dan ta’ l- lejn wara fil il',
  ),
  language('âŵêôîŷûáï', 'y yr a ac yn mae o i ar am at oedd ei gan wedi ond roedd hyn ni ger'),
  language('áéíóúàèìòù', 'an agus na ar a is go i ag do le bha tha air sin chun'),
  language('àèòéíúïçü·', 'de la que i el en a els les un per amb no una es del al com més va'),
  language('ëç', 'dhe të në e një për me që nga i është u si do nuk'),
];

const cyrillic = (letters: string, words: string) => language(letters, words, 'аеиоуыэюяёіїєәөұүў');

export const CYRILLIC: readonly Language[] = [
  cyrillic(
    'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
    'и в на не что с по к из от за для о как это у его но а до все',
  ),
  cyrillic(
    'оаинвітерсклудмпязьбгчйхжшюцщфєїґ',
    'і в на не що з до у та за для це як від про але його по а їх',
  ),
  cyrillic('аионертсвукдмлпјзгбчшцњхљђжћфџ', 'и у је на се да су за од са не као што из о по али који то'),
  cyrillic('аиоетнрсвлкдпмзугябъчцжшщфйюхь', 'и на в да се е от за с че по не са до като към при но'),
  cyrillic('анісыеалродкутвпзмяўьгйцбчэюжхшё', 'і у на не што з да ў па за як гэта але яго а ад'),
  cyrillic(
    'аеынтрлідсмқкоужбғйпгөшұәңүзияхюф',
    'және мен бұл да де бір үшін ол деп болды болып бар осы жылы еді',
  ),
];

/** Other scripts: one alphabet each, and the encodings that hold it, the commoner first. */
export const SCRIPTS: readonly { readonly language: Language; readonly encodings: readonly string[] }[] = [
  {
    language: language(
      'αοιετσνηυρπκμλςδγωχθφβξζψάέήίόύώϊϋ',
      'και το να του της η των με που για από οι την ο',
    ),
    encodings: ['windows-1253', 'iso-8859-7'],
  },
  {
    language: language('יוהלאמרתבשנכםדקחעטפגזסצןךףץ', 'של את על לא זה הוא עם כל גם או אם כי'),
    encodings: ['windows-1255', 'iso-8859-8'],
  },
  {
    language: language('الينمتروبعدهسفكقحجشصطخضذثزئءغظىةأإآؤ،', 'في من على أن إلى عن هذا التي الذي مع لا ما'),
    encodings: ['windows-1256', 'iso-8859-6'],
  },
  { language: language('านรกอเง่้ัมยลวดทสติะีปบคุหแจพชขใไ์โ็ูืึผำถศซณธภญฐฎ๑', ''), encodings: ['windows-874'] },
];
