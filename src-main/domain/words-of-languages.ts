/**
 * Short words that any longer text of a language has. A word of one language only tells more than one that several
 * share; see `languages-of-text.ts`.
 */
const list = (words: string): readonly string[] => words.split(' ');

export const CYRILLIC_WORDS: Readonly<Record<string, readonly string[]>> = {
  ru: list(
    'и в на не что с по к из от за для о как это у его но а до все при или если уже так было был была были быть есть ' +
      'они он она мы вы я их её ее этот эта эти того том чтобы также который которая которые которых когда где кто ' +
      'год года году лет человек людей время после между под над без через потому только ещё еще может нет да же ли бы ' +
      'сказал сказала заявил заявила сообщил сообщает один два три сто тысяч миллионов со во об только',
  ),
  uk: list(
    'і й та в у на не що з із зі до за для це як від про але його по а або якщо вже так було був була були бути є ' +
      'вони він вона ми ви я їх її цей ця ці того тому щоб також який яка які яких коли де хто рік року років людей ' +
      'після між під над без через тільки ще може ні та ж чи би б сказав сказала заявив заявила повідомив один два ' +
      'три сто тисяч мільйонів щодо проти вчора сьогодні мене мій',
  ),
  kk: list(
    'және мен пен бен бұл да де та те бір үшін ол деп болды болып бар осы сол жыл жылы жылғы жылдың еді емес туралы ' +
      'бойынша кейін дейін қарай арқылы сияқты керек жоқ олар біз сіз сен менің оның олардың өз бірақ ал не немесе деді ' +
      'айтты хабарлады екі үш төрт бес алты жеті сегіз тоғыз он жүз мың адам адамдар қазақ ел халық тағы әр барлық',
  ),
  be: list(
    'і у ў на не што з да па за як гэта але яго а ад яны ён яна мы вы быў была былі які якая пра каб таксама',
  ),
  bg: list(
    'и на в да се е от за с че по не са до като към при но това са съм който която след още само бяха беше',
  ),
  sr: list(
    'и у је на се да су за од са не као што из о по али који то био била бити није само још после он она',
  ),
};

export const LATIN_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: list(
    'the of and to in a is was that for it on with as are by be this from at his her not have has had were an they which ' +
      'you we their or but been will would there who what when she he its more if said says about after before no all one ' +
      'two three can could into than then them these those our out up over also only where how i do does did my your us so',
  ),
  de: list(
    'der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch am sie nach er es wir sind war aus bei wird hat',
  ),
  fr: list(
    'le la les de des du et en un une est que qui dans pour sur au par se ils sont pas ce ne il elle nous vous avec plus mais aux cette',
  ),
  es: list(
    'de la que el en y a los se del las un por con no una su para es al lo como más pero hacia este esta son fue',
  ),
  it: list(
    'di e il la che in un a per è una sono con del non si da le dei al i della gli più nel anche come questo',
  ),
  pt: list('de a o que e do da em um para com não uma os no se na por mais as dos como mas ao foi são este'),
  nl: list(
    'de het een van en in is dat op te zijn met voor niet aan er om ook als bij maar wordt deze door naar',
  ),
  pl: list('w i na z do się nie że jest to o jak za po od dla są przez przy oraz ale co był była które'),
  cs: list('a v na se je že s z do to i o pro za ve by jako po ale jsou od tak byl byla které'),
  tr: list('ve bir bu da de için ile olarak çok daha ne gibi en olan o her kadar sonra ama değil olduğu'),
  uz: list('va bu bilan uchun ham bir edi deb bo‘lgan ular u lekin kerak emas haqida keyin qilish'),
};
