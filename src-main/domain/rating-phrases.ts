import type { CoreRating } from './scales.ts';

const list = (text: string): readonly string[] => text.split('|').map((phrase) => phrase.trim());

/** Words that newsrooms publish as a rating, by the core class they belong to; spelling and case are forgiven. */
export const RATING_PHRASES: Readonly<Record<CoreRating, readonly string[]>> = {
  true: list(`
    true | correct | accurate | supported | verified | confirmed | right | legit | fact | factual | real |
    authentic | genuine | valid | proven | yes | this is true | this is correct | this is accurate |
    this is right | correct attribution | accurate as a whole | geppetto checkmark | no flip | true claim |
    the claim is true | its true | on the mark | checks out | totally true | completely true |
    absolutely true | broadly correct | accurate with consideration | so far it looks like it |
    public record | real shot | правда | верно | истина | соответствует действительности | подтверждено |
    правдиво | достоверно | шындық | рас | ақиқат | правда підтверджено | правдивий | сапраўда | verdadero |
    cierto | correcto | verdadeiro | correto | certo | vrai | exact | vero | richtig | wahr | stimmt | waar |
    juist | sant | helt sant | sandt | totta | prawda | pravda | istina | tocno | točno | adevărat |
    adevarat | doğru | dogru | benar | fakta | e vërtetë | e vertete | doğrudur | həqiqət | סביר | נכון |
    სიმართლე | ճիշտ | صحيح | حقيقي | درست | صحیح | सच | सही | সত্য | ਸੱਚ | સાચું | खरे | உண்மை | 正确 | 正確 | 真 |
    属实 | 屬實 | 사실 | 本当 | 正確な情報 | đúng | αληθές | вярно | истинито | тачно
  `),
  'mostly-true': list(`
    mostly true | mostly correct | mostly accurate | almost true | largely true | largely correct | true but |
    true, but | nearly true | likely true | probably true | close to the mark | in the ballpark | close |
    accurate but | correct but | one pinocchio | mainly true | fairly accurate | generally true |
    basically true | yes but | yes, but more to it | true but questionable | mostly right | maybe true |
    substantially true | technically true | roughly correct | в основном правда | скорее правда |
    почти правда | в основном верно | преимущественно правда | правда с неточностями | техническая ошибка |
    правда техническая ошибка | правда и техническая ошибка | негізінен шындық | переважно правда |
    здебільшого правда | verdadero pero | verdadeiro mas | plutôt vrai | presque vrai | globalement correct |
    globalement vrai | quasi vero | ceri quasi | c’eri quasi | größtenteils richtig | eher richtig |
    weitgehend richtig | grotendeels waar | skoro istina | ta certo mas peraí | apresurado |
    მეტწილად სიმართლე | نیمه درست | نیمه‌درست | ज्यादातर सच | mayormente cierto | mayormente verdadero |
    predominantemente verdadeiro | в основном истина
  `),
  'half-true': list(`
    half true | half-true | mixture | mixed | mix | partly true | partially true | partly false |
    partially false | half false | partly correct | partially correct | partially accurate | partly accurate |
    somewhat true | two pinocchios | half flip | half truth | half truths | some truth | mixed bag |
    half right | not entirely true | not quite | not entirely | partly | not the whole story |
    mixed evidence | this is not entirely true | partly true misleading | conspiracy mix | mixed verdict |
    true and false | some true | sort of | half correct | half of it | полуправда | наполовину правда |
    частично правда | частично верно | отчасти правда | частично ложь | частичная правда |
    правда и полуправда | ложь и полуправда | смешано | полуистина | жартылай шындық |
    шындық жартылай шындық | напівправда | частково правда | частково неправда | ішінара шындық |
    verdad a medias | media verdad | parcialmente falso | parcialmente verdadero | parcialmente verdadeiro |
    mezcla | mitad verdad | meia verdade | nao e bem assim | não é bem assim | à moitié vrai |
    partiellement vrai | partiellement faux | en partie vrai | plutôt faux et vrai | mezza verità | nì |
    halbrichtig | teilweise richtig | teilweise falsch | halb wahr | deels waar | deels onwaar | delvis sant |
    delvis feil | częściowa prawda | poluistina | parțial adevărat | partial adevarat | parțial fals |
    kısmen doğru | karma | sebagian benar | pjesërisht e vërtetë | gjysmë e vërtetë | ნახევრად სიმართლე |
    نصف حقيقة | صحيح جزئيا | आधा सच | অর্ধসত্য | আংশিক সত্য | अर्धसत्य | 部分正确 | 部分错误 | 部分錯誤 | 一部誤り | 절반의 사실 |
    contraditório | contraditorio | contradictory | inchequeable parcial | halbwahr | mitte ganz |
    osittain totta
  `),
  'mostly-false': list(`
    mostly false | barely true | almost false | largely false | mostly wrong | mostly incorrect |
    mostly inaccurate | likely false | probably false | three pinocchios | almost untrue | mainly false |
    mostly untrue | inaccurate with consideration | spins the facts | unlikely | doubtful | dubious |
    highly unlikely | в основном неправда | скорее неправда | в основном неверно | в основном ложь |
    почти неправда | преимущественно ложь | переважно неправда | негізінен жалған | mayormente falso |
    predominantemente falso | plutôt faux | quasi falso | größtenteils falsch | eher falsch |
    grotendeels onwaar | skoro neistina | me kos | მეტწილად მცდარი | ज्यादातर झूठ | mostly fake
  `),
  false: list(`
    false | flase | falsr | incorrect | wrong | refuted | pants on fire | untrue | not true |
    this is not true | this is false | this is untrue | this is wrong | this is incorrect |
    this is not correct | not correct | this is not right | inaccurate | fake | fake news | hoax | scam |
    fabricated | fabricated content | fabricated news | bogus | fiction | total fiction | fraud | lie |
    total lie | debunked | disproven | four pinocchios | bottomless pinocchio | nonsense | myth | made up |
    not legit | not real | untenable | no | denied | never happened | did not happen | false headline |
    altered photo | altered video | altered image | edited video | edited photo | edited image | doctored |
    doctored image | doctored photo | doctored video | morphed | morphed image | photoshopped |
    manipulated photo | digitally altered | misattributed | false attribution | misquote | false connection |
    imposter | impostor | impostor content | imposter content | satire | labeled satire |
    originated as satire | sarcasm | parody | joke | a joke | joke post | just kidding | april fools |
    trolling | troll | fake tweet | fake quote | fake photo | conspiracy theory | conspiracy | conspiracies |
    bad science | junk news | junk science | false claim | false claims | the claim is false |
    this claim is false | this claim is fake | did not say it | the opposite | too bad to be true |
    bad advice | false alarm | absolutely false | completely false | totally false | entirely false |
    very false | tragically false | not accurate | baseless | disinformation | counterfeit | spam |
    digital forgery | forgery | faked | prank | spoof | satiric quote | recycled bunk | bunk | audio changed |
    bad reporting | counter to climate science | from thin air | revisionism | stolen picture |
    phoney scandal | fictional | errors | smoke no fire | crazy | ridiculous | ложь | ложно | неверно |
    не правда | неправда | фейк | недостоверно | дезинформация | вымысел | выдумка | вброс | миф |
    теория заговора | фейк теория заговора | фейк и теория заговора | сатира | сатирический фейк |
    опровергнуто | не соответствует действительности | жалған | үкім жалған | өтірік | хибно | брехня |
    неправдивий | фейкова новина | маніпуляція й неправда | falso | mentira | incorrecto | bulo | falsa |
    insostenible | insustentável | inventado | incorreto | boato | blefe | pimenta na língua | faux | fausse |
    infondé | canular | intox | panzana pazzesca | bufala | pinocchio andante | falsch | frei erfunden |
    gelogen | unwahr | onwaar | nepnieuws | helt feil | feil | falskt | falsk | väärin | fałsz | falsz |
    nieprawda | fake news pl | nepravda | neistina | kratke noge | laž | netočno | fals | neadevărat |
    yanlış | yanlis | asılsız | keliru | salah | hoaks | palsu | rrenë | rrene | rrenë e kryptë | e rreme |
    yalan | שקר | לא נכון | ტყუილი | მცდარი | ყალბი | կեղծ | زائف | خطأ | كاذب | خاطئ | غير صحيح | مفبرك |
    خرافة | ساخر | نادرست | شاخدار | جعلی | गलत | झूठ | फर्जी | असत्य | फेक | भ्रामक झूठ | মিথ্যা | ভুয়া |
    ਝੂਠ | ખોટું | खोटे | பொய் | తప్పు | 错误 | 錯誤 | 假 | 不实 | 不實 | 虚假 | 谣言 | 謠言 | 거짓 | 사실 아님 | 誤り | 虚偽 | デマ |
    sai | sai sự thật | ψευδές | невярно | лажно | нетачно
  `),
  misleading: list(`
    misleading | milseading | misleading content | missing context | out of context | lacks context |
    lacks_context | needs context | this needs context | cherry picked | cherry picks | cherrypicking |
    cherry picking | distorts the facts | distorted | exaggerated | exaggeration | this is exaggerated |
    overblown | overstated | inflated | underestimated | deceptive | manipulated | manipulation |
    manipulated content | manipulated media | miscaptioned | mislabeled | outdated | old video | old photo |
    old image | old picture | old news | imprecise | commotion | selective | misplaced | misplaced context |
    false context | misconception | flawed reasoning | flawed_reasoning | bad stats | bad math |
    conflicting evidence | conflicting evidence cherrypicking | full flop | flip flop | spin | alarmist |
    loaded language | clickbait | incomplete | old footage | old crime | not exactly | not full story |
    only half the story | partial view | questionable | missing words | exceptions | misremembering |
    misinterpreted | misrepresented | misrepresentation | mangled quote | apples and oranges | out of date |
    suspicious | taken out of context | this is misleading | misleading and false | misleading title |
    data distorted | false and misleading | misread | confusing | twisted | манипуляция |
    вырвано из контекста | заблуждение | вводит в заблуждение | кликбейт | преувеличение | искажение |
    манипуляция и ложь | ложь и манипуляция | ложь и манипуляции | манипуляция и правда |
    правда и манипуляция | манипуляция и полуправда | полуправда и манипуляция | кликбейт и манипуляция |
    распространенное заблуждение | без контекста | подмена понятий | устарело | манипуляция фактами |
    неточно | жаңылыстыратын | манипуляция жасау | адастырушы | маніпуляція | вирвано з контексту |
    вводить в оману | перебільшення | engañoso | enganoso | engañosa | sin contexto | falta contexto |
    exagerado | manipulado | distorcido | impreciso | subestimado | sem contexto | descontextualizado |
    trompeur | hors contexte | exagéré | sous estimé exagéré | imprécis | détourné | fuorviante | esagerato |
    decontestualizzato | irreführend | fehlender kontext | kontext fehlt | misleidend | missende context |
    misvisende | villedende | vilseledande | manipulacja | wprowadza w błąd | zavádějící | zavádzajúce |
    manipulacija | trunchiat | manipulare | yanıltıcı | sesat | menyesatkan | manipulim |
    ფაქტებით მანიპულირება | მანიპულაცია | مضلل | إثارة | انتقائي | گمراه کننده | گمراه‌کننده | भ्रामक |
    दिशाभूल | বিভ্রান্তিকর | ਗੁੰਮਰਾਹਕੁੰਨ | 误导 | 誤導 | 缺乏背景 | 사실 왜곡 | ミスリード | gây hiểu nhầm | παραπλανητικό |
    подвеждащо | подмена
  `),
  unproven: list(`
    unproven | unsupported | unsubstantiated | no evidence | not enough evidence | not proven |
    insufficient evidence | lacks evidence | this lacks evidence | no proof | unverified | unclear | unknown |
    uncertain | disputed | in dispute | heavily disputed | a matter of dispute | hard to categorise |
    hard to categorize | debatable | controversial | complicated | difficult to determine |
    difficult to prove | not sure | investigations continue | cannot be checked | unsustainable |
    too early to say | too early | too soon | no verdict | unverifiable | uncheckable | watching | explainer |
    analysis | opinion | ambiguous | inconclusive | unfounded | legend | research in progress | undetermined |
    cannot be verified | hypothetical | needs study | speculative | rumor | rumour | verdict pending |
    not confirmed | unconfirmed | in process | clarification | decontextualised opinion | jury is still out |
    no consensus | not yet | not settled science | studies differ | proof missing | best we can tell |
    an op ed | its an op ed | docs w o data | not likely | не доказано | недоказано | нет доказательств |
    бездоказательно | не подтверждено | безосновательно | без вердикта | нельзя проверить |
    недостаточно данных | неизвестно | не поддается проверке | непроверяемо | спорно | дәлелденбеген |
    дәлел жоқ | не доведено | немає доказів | безпідставно | неможливо перевірити | sin pruebas |
    no hay pruebas | inchequeable | discutible | dudoso | no probado | sem provas | impossível provar |
    discutível | ainda é cedo para dizer | de olho | controverso | non prouvé | sans preuve | invérifiable |
    non dimostrato | non verificabile | unbelegt | nicht belegt | unbewiesen | onbewezen | niet te checken |
    ikke sikkert | nieweryfikowalne | neoverené | neověřitelné | neproverljivo | imposibil de verificat |
    sonuçlandırılamadı | kanıtlanmadı | tidak terbukti | hetimet vazhdojnë | ვერდიქტის გარეშე | مشكوك فيه |
    غير مؤكد | غیرقابل اثبات | अप्रमाणित | প্রমাণিত নয় | 证据不足 | 證據不足 | 无法证实 | 판단 유보 | 根拠不明 | 検証対象外 |
    chưa xác minh | αναπόδεικτο | непроверливо
  `),
};
