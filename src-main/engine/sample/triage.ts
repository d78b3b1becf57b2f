import type { ArticleKey, ReviewerKey, TriagePlan } from './plan.ts';

type Passing = Omit<TriagePlan, 'by' | 'article'>;

const through = (by: ReviewerKey, article: ArticleKey, marks: readonly Passing[]): TriagePlan[] =>
  marks.map((mark) => ({ by, article, ...mark }));

export const TRIAGE: readonly TriagePlan[] = [
  ...through('tomas', 'agency', [
    {
      as: 'unverifiable',
      reason: 'too-vague',
      quote:
        '“The system worked exactly as designed,” Minister Daniyar Orman told reporters at the operations centre.',
    },
    {
      as: 'verifiable',
      quote:
        'Damage to the lower part of the concrete chute is limited, and the dam itself was never in danger.',
    },
    {
      as: 'unverifiable',
      reason: 'opinion',
      quote:
        'Those who spread panic while rescuers stand up to their knees in water should be ashamed of themselves.',
    },
    {
      as: 'unverifiable',
      reason: 'prediction',
      checkableOn: '2025-12-31',
      quote: 'The spillway will be fully restored before the end of 2025',
    },
    {
      as: 'verifiable',
      quote:
        'Kemekala, a town of 38,000 people, lies 27 kilometres below the Ainakol dam, which was completed in 1974.',
    },
    {
      as: 'not-a-claim',
      quote:
        'The minister thanked the residents for their discipline and asked them to trust only official sources.',
    },
    { as: 'unverifiable', reason: 'opinion', quote: 'The cause is beyond dispute.' },
  ]),
  ...through('tomas', 'opposition', [
    { as: 'unverifiable', reason: 'question-or-appeal', quote: 'So where did the money go?' },
    {
      as: 'unverifiable',
      reason: 'satire',
      quote: 'One has to admire the engineering: in Sarydala, even the asphalt flows uphill, towards power.',
    },
  ]),
  ...through('aruzhan', 'blog', [
    {
      as: 'unverifiable',
      reason: 'personal-experience',
      quote: 'I am a night nurse, so I was awake, and that is the only reason why I can tell you the time.',
    },
    {
      as: 'unverifiable',
      reason: 'personal-experience',
      quote:
        'I am still waiting for them. When the water reached the third step, I took my mother, the cat and a bag of medicines, and we walked to the school.',
    },
    {
      as: 'not-a-claim',
      quote:
        'I have never been so cold in my life. A boy of perhaps six asked me whether the river was angry with us, and I did not know what to say.',
    },
    {
      as: 'unverifiable',
      reason: 'too-vague',
      quote: 'People always knew about things like this. Nobody ever does anything.',
    },
    { as: 'verifiable', quote: 'The bus came at a quarter past two. It was one bus, and it made five trips' },
    {
      as: 'unverifiable',
      reason: 'question-or-appeal',
      quote:
        'If you have photographs of that night with the time on them, please send them to me, or to anyone who will still be asking in a year.',
    },
    {
      as: 'not-a-claim',
      quote: 'This morning I read on Sarinform that the evacuation was “orderly”. I understand now.',
    },
    {
      as: 'unverifiable',
      reason: 'personal-experience',
      quote:
        'They took us to the sports hall, where somebody wrote our names on the back of a wedding invitation. I do not know who counted us, or whether anybody did.',
    },
    { as: 'verifiable', quote: 'Two old people from Port Street are dead.' },
  ]),
  ...through('tomas', 'analyst', [
    {
      as: 'unverifiable',
      reason: 'opinion',
      quote: 'Neither explanation survives a look at the river.',
    },
    {
      as: 'unverifiable',
      reason: 'too-vague',
      quote: 'that is fast by any regional standard',
    },
    { as: 'verifiable', quote: 'it is the third spillway failure in Sarydala since 2015' },
    {
      as: 'unverifiable',
      reason: 'prediction',
      checkableOn: '2030-04-28',
      quote: 'Without an independent inspectorate, another of them will fail within five years.',
    },
    {
      as: 'unverifiable',
      reason: 'opinion',
      quote: 'Dams of this generation are an accident waiting to happen.',
    },
  ]),
  ...through('aruzhan', 'russian', [
    {
      as: 'not-a-claim',
      quote:
        'Почти неделя прошла с той ночи, когда вода из Айнакольского водохранилища залила нижнюю часть Кемекалы, а ответов по-прежнему меньше, чем вопросов. Редакция собрала то, что удалось подтвердить, и то, что подтвердить не удалось.',
    },
    { as: 'unverifiable', reason: 'anonymous-source', quote: 'В ту ночь никто никого не считал' },
    {
      as: 'unverifiable',
      reason: 'opinion',
      quote: 'Кемекала — город терпеливый. Но терпение не заменяет дренажа.',
    },
    { as: 'verifiable', quote: 'От нижней части лотка осталась яма, третий затвор застыл на середине хода.' },
    { as: 'unverifiable', reason: 'opinion', quote: 'Хочется верить, что комиссия окажется любопытнее.' },
  ]),
  ...through('aruzhan', 'kazakh', [
    {
      as: 'not-a-claim',
      quote: 'Біздің газет үшін бұл — жай жаңалық емес, көршілеріміздің тағдыры.',
    },
    {
      as: 'unverifiable',
      reason: 'personal-experience',
      quote: 'Мұндай суды 1987 жылы ғана көргенмін',
    },
    {
      as: 'unverifiable',
      reason: 'opinion',
      quote: 'Біздің ойымызша, кінәлі адам біреу емес: бәріміз де үнсіз қалдық.',
    },
    { as: 'verifiable', quote: '19 сәуірге дейін ешкім ақша алған жоқ' },
    {
      as: 'unverifiable',
      reason: 'question-or-appeal',
      quote: 'Ағайын, бір-бірімізге көмектесейік!',
    },
    {
      as: 'unverifiable',
      reason: 'prediction',
      checkableOn: '2026-05-31',
      quote: 'Келесі көктемге дейін бөгет жөнделмесе, су қайтадан келеді.',
    },
    {
      as: 'not-a-claim',
      quote:
        'Еріктілер күніне үш мезгіл ыстық тамақ таратады. Наубайханашы Райхан апай түні бойы пеш жағып, таңға дейін мың тандыр нан жапты.',
    },
  ]),
];
