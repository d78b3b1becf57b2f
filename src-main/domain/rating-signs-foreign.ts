/**
 * Signs of a rating in sentences of other languages, as beginnings or whole words of a key (see `ratingKey`): Latin
 * letters stand without accents there, and marks of Indian scripts stay.
 */
export const FOREIGN_SIGNS = {
  misleading: `
    вводит в заблуждение | вводящ\\p{L}* | манипул\\p{L}* | манипаляци\\p{L} | вырван\\p{L}* | преувелич\\p{L}* | искажа\\p{L}* | искаж[её]н\\p{L}* | без контекста | кликбейт\\p{L}* | вырывает из контекста
    вводить в оману | маніпул\\p{L}* | вирван\\p{L}* | перебільш\\p{L}* | перекруч\\p{L}*
    жаңылыстыр\\p{L}* | адастыр\\p{L}* | бұрмала\\p{L}* | манипуляция\\p{L}*
    enganos[oa]s? | fuera de contexto | sin contexto | falta contexto | tergiversa\\p{L}* | exagera\\p{L}* | descontextualizad[oa]s? | saca\\p{L}* de contexto
    fora de contexto | falta de contexto | distorce\\p{L}* | distorcid[oa]s? | imagem antiga | video antigo | foto antiga
    trompeu\\p{L}* | hors (?:de )?contexte | sorti\\p{L}* de (?:son|leur) contexte | deforme\\p{L}* | detourne\\p{L}* | exagere\\p{L}*
    fuorviant\\p{L}* | fuori contesto | decontestualizzat\\p{L}* | ingannevol\\p{L}* | esagerat\\p{L}*
    irrefuhrend\\p{L}* | aus dem (?:zusammenhang|kontext) | fehlender kontext | ohne kontext | ubertrieben | verzerrt
    misleidend\\p{L}* | uit (?:de |zijn )?(?:context|verband) | misvisende | villedende | vilseledande | harhaanjohtav\\p{L}*
    manipulac\\p{L}* | manipulow\\p{L}* | manipulare | manipulim | manipulcj\\p{L}* | maniplacj\\p{L}* | wprowadza\\p{L}* w blad | wyrwan\\p{L}* z kontekstu | zavadej\\p{L}* | vytrzen\\p{L}* z kontextu
    yaniltici | yaniltici | baglamindan kopar\\p{L}* | menyesatkan | konteks yang (?:salah|keliru) | di luar konteks | paraplan\\p{L}* | παραπλαν\\p{L}*
    [\\p{L}\\p{M}]*მანიპულ[\\p{L}\\p{M}]*
    مضلل[\\p{L}\\p{M}]* | خارج السياق | گمراه[\\p{L}\\p{M}]* | گمراه کننده | مبالغ[\\p{L}\\p{M}]*
    भ्रामक | गुमराह | पुरान[\\p{L}\\p{M}]* (?:वीडियो|तस्वीर|फोटो)[\\p{L}\\p{M}]* | दिशाभूल | ભ્રામક | ગેરમાર્ગે[\\p{L}\\p{M}]* | বিভ্রান্তিকর | ਗੁੰਮਰਾਹਕੁੰਨ
  `,
  unproven: `
    (?:нет|не найдено|не обнаружено|недостаточно|без) (?:\\p{L}+ ){0,2}доказательств | не доказан\\p{L}* | не подтвержд\\p{L}* | неизвестно | невозможно (?:проверить|подтвердить) | без вердикта | бездоказательн\\p{L}*
    (?:немає|бракує|без) (?:\\p{L}+ ){0,2}доказів | не доведен\\p{L}* | не підтвердж\\p{L}* | невідомо | неможливо перевірити
    дәлел(?:дер)? жоқ | дәлелденбе\\p{L}* | расталма\\p{L}* | белгісіз
    (?:no hay|sin|no existen?) (?:\\p{L}+ )?(?:pruebas?|evidencias?) | no se (?:ha )?(?:podido|puede) (?:comprobar|verificar|confirmar)
    (?:nao ha|sem|nao existem?) (?:\\p{L}+ )?(?:provas?|evidencias?) | impossivel (?:provar|verificar)
    (?:aucune|pas de|sans) preuves? | invérifiable | inverifiable | non (?:dimostrat|verificabil)\\p{L}* | (?:nessuna|senza|mancano) (?:le )?prov[ae]
    (?:keine?|ohne) (?:\\p{L}+ )?(?:belege?|beweise?) | unbelegt | nicht (?:belegt|bewiesen|belegbar|uberprufbar) | geen bewijs | onbewezen | niet te (?:controleren|checken)
    nie ?wer?yfikowaln\\p{L}* | brak (?:\\p{L}+ )?dowodow | nie ma (?:\\p{L}+ )?dowodow | neoveritel\\p{L}* | neproverljiv\\p{L}*
    kanitlanma\\p{L}* | kanit (?:yok|bulun\\p{L}*) | tidak (?:terbukti|ada bukti) | belum (?:terbukti|terverifikasi) | khong co bang chung
    لا (?:يوجد )?دليل | لا توجد ادلة | غير مؤكد[\\p{L}\\p{M}]* | कोई सबूत नहीं | अप्रमाणित
  `,
  false: `
    ложь\\p{L}* | ложн\\p{L}* | лжив\\p{L}* | неправд\\p{L}* | не правда | фейк\\p{L}* | неверн\\p{L}* | не верно | недостоверн\\p{L}* | дезинформ\\p{L}* | выдум\\p{L}* | вымыс\\p{L}* | миф\\p{L}* | ошибоч\\p{L}*
    не (?:соответству|дела|говорил|писал|сказал|явля|имее|существ|был|принима|планиру|запре)\\p{L}* | никогда не | опроверг\\p{L}* | опроверж\\p{L}*
    хибн\\p{L}* | брехн\\p{L}* | фальшив\\p{L}* | не (?:відповіда|каза|є|існу|має)\\p{L}* | вигад\\p{L}* | спросту\\p{L}*
    жалған\\p{L}* | өтірік\\p{L}* | рас емес | шындыққа (?:жанаспайды|сәйкес келмейді) | дұрыс емес | сәйкес келмейді | емес
    (?:es|son|era|fue|sea)? ?(?:fals[oa]s?|mentiras?|bulos?) | no es (?:ciert[oa]|verdad|real|correct[oa]) | (?:no|nunca) (?:es|son|fue|fueron|dijo|hay|existe|muestra|corresponde|tiene) | incorrect[oa]s? | montaje | desment\\p{L}*
    (?:nao|nunca) (?:e|sao|foi|foram|disse|ha|existe|mostra|tem) | boatos?
    faux | fausse\\p{L}* | infonde\\p{L}* | canular | ne (?:\\p{L}+ ){1,2}(?:pas|jamais) | n ?est pas | intox
    fals[ie] | bufal[ae] | non (?:e|sono|ha|ce|esiste|ci sono) | inventat\\p{L}*
    falsch\\p{L}* | (?:frei )?erfunden | gefalscht\\p{L}* | unwahr | unsinn | quatsch | stimmt (?:so )?nicht | nie gesagt | nicht | kein(?:e|en|er|es)? | niemals
    onwaar | onjuist | nepnieuws | nep | klopt niet | niet waar | geen | niet | feil\\p{L}* | falsk\\p{L}* | ikke | inte | vaarin
    falsz\\p{L}* | falsz | nieprawd\\p{L}* | fałsz\\p{L}* | fałśz | nie jest | nie ma | nepravd\\p{L}* | neistin\\p{L}* | netocn\\p{L}* | lazn[aioe] | laz | neadevarat\\p{L}*
    yanlis\\p{L}* | yanlis\\p{L}* | asilsiz | dogru degil\\p{L}* | gercek degil\\p{L}* | yalan\\p{L}* | uydurma
    tidak benar | salah | keliru | hoaks | palsu | bohong | bukan | rreme | genjeshter | sai su that | ψευδ\\p{L}*
    זאת? שקר | שקר | לא נכון | زائف[\\p{L}\\p{M}]* | كاذب[\\p{L}\\p{M}]* | خاطئ[\\p{L}\\p{M}]* | غير صحيح[\\p{L}\\p{M}]* | مفبرك[\\p{L}\\p{M}]* | لا صحة | مزيف[\\p{L}\\p{M}]* | نادرست | جعلی | دروغ
    फर्जी | फ़र्जी | फेक | झूठ[\\p{L}\\p{M}]* | गलत | ग़लत | असत्य | नहीं | खोट[\\p{L}\\p{M}]* | चुकीच[\\p{L}\\p{M}]* | नसून | नाही | नव्हत[\\p{L}\\p{M}]* | [\\p{L}\\p{M}]*लेल[\\p{L}\\p{M}]* नाही | एडिट
    ખોટ[\\p{L}\\p{M}]* | નથી | નહીં | એડિટ | মিথ্যা | ভুয়া | ভুয়া | গুজব | নয় | ਝੂਠ[\\p{L}\\p{M}]* | ਗਲਤ | ਨਹੀਂ | பொய்[\\p{L}\\p{M}]* | போலி[\\p{L}\\p{M}]* | తప్పు | నకిలీ | ყალბ[\\p{L}\\p{M}]* | მცდარ[\\p{L}\\p{M}]*
  `,
  true: `
    (?:is|это|є|это действительно|цілком) (?:правда|верно) | соответствует действительности | подтвержда\\p{L}* | достоверн\\p{L}* | відповідає дійсності | шындыққа сәйкес келеді
    es (?:ciert[oa]|verdad|verdader[oa]|correct[oa]) | e (?:verdade|verdadeir[oa]|verdadeir[oa]s|corret[oa]|ver[oa]) | cest (?:vrai|exact|correct) | est (?:vrai|exact|correct)e? | ist (?:wahr|richtig|korrekt|echt) | stimmt | das stimmt | klopt | is (?:juist|waar)
    jest prawd\\p{L}* | prawdziw\\p{L}* | prawidlow\\p{L}* | zgodn\\p{L}* z (?:danymi|prawda) | prawfa | pradwa | dogru(?:dur)? | adalah benar
    सच है | सही है | सत्य है | সত্য | صحيح | حقيقي
  `,
};
