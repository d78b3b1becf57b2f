import type { ClaimPlan } from '../plan.ts';

const PAPER = '«Саркынские вести»';

export const russianClaims: readonly ClaimPlan[] = [
  {
    key: 'registered-6380',
    by: 'aruzhan',
    as: 'verifiable',
    marks: [
      {
        article: 'russian',
        quote: 'к вечеру 12 апреля в девяти пунктах временного размещения зарегистрировали 6380 человек',
      },
      { article: 'analyst', quote: '6,380' },
    ],
    wording: 'К вечеру 12 апреля 2025 года в девяти пунктах зарегистрировали 6380 человек.',
    claimant: PAPER,
    claimedOn: '2025-04-17',
    type: 'numerical',
    strategies: ['written-evidence', 'numerical-comparison'],
    priority: 'high',
    status: 'done',
    tags: ['evacuation', 'numbers'],
    evidence: [
      {
        by: 'aruzhan',
        reference: 'minutes',
        stance: 'supports',
        quote: 'by 18:00 on the same day 6,380 people at nine centres',
        locator: 'item 3',
      },
    ],
    verdicts: [
      {
        by: 'aruzhan',
        rating: 'true',
        text: 'Число и время совпадают с протоколом городского совета: 6380 человек в девяти пунктах к 18:00. Газета верно пишет «зарегистрировали», а не «эвакуировали»: уехавших самостоятельно в списках нет.',
        confidence: 'high',
        knownAsOf: '2025-04-29',
        final: true,
      },
    ],
  },
  {
    key: 'snow-two-thirds',
    by: 'aruzhan',
    as: 'verifiable',
    marks: [{ article: 'russian', quote: 'на талую воду, по нашим сведениям, пришлось две трети притока' }],
    wording: 'Талая вода составила две трети притока в водохранилище.',
    claimant: PAPER,
    claimedOn: '2025-04-17',
    type: 'numerical',
    strategies: ['written-evidence', 'numerical-comparison'],
    status: 'done',
    tags: ['cause', 'numbers'],
    evidence: [
      {
        by: 'aruzhan',
        reference: 'bulletin',
        stance: 'refutes',
        quote: 'Snowmelt contributed 35 to 40 per cent of the volume of inflow on 10 and 11 April',
        locator: 'раздел 2',
      },
    ],
    verdicts: [
      {
        by: 'aruzhan',
        rating: 'false',
        text: 'По бюллетеню гидрометслужбы, на талую воду пришлось 35–40 процентов притока, остальное дал дождь. Похоже, газета поменяла доли местами: две трети, то есть 60–65 процентов, — это как раз дождь.',
        confidence: 'high',
        knownAsOf: '2025-04-29',
        final: true,
      },
    ],
  },
  {
    key: 'inspection-2022',
    by: 'tomas',
    as: 'verifiable',
    marks: [
      {
        article: 'russian',
        quote:
          'Ещё в октябре 2022 года инспекция потребовала срочно отремонтировать водосброс и оценила работы в 310 миллионов алтынов.',
      },
      {
        article: 'kazakh',
        quote: 'инспекция су ағызғышты жөндеуді бірнеше жыл бұрын талап еткенін жазды',
      },
    ],
    claimant: PAPER,
    claimedOn: '2025-04-17',
    type: 'event-or-property',
    strategies: ['written-evidence'],
    status: 'in-review',
    assignee: 'aruzhan',
    tags: ['inspection', 'money'],
    evidence: [
      {
        by: 'tomas',
        reference: 'inspection',
        stance: 'qualifies',
        quote: 'Periodic inspection of 9 to 13 October 2023.',
        locator: 'title',
      },
      {
        by: 'tomas',
        reference: 'inspection',
        stance: 'supports',
        quote: 'The cost of the works is estimated at 310 million altyn.',
        locator: '4.3',
      },
    ],
    verdicts: [
      {
        by: 'tomas',
        rating: 'mostly-true',
        text: 'The demand and the sum are reported correctly; the year is not. The inspection took place in October 2023, so that the responsible people had eighteen months, not thirty.',
        confidence: 'high',
        knownAsOf: '2025-04-29',
      },
    ],
  },
  {
    key: 'three-dead',
    by: 'aruzhan',
    as: 'verifiable',
    marks: [
      {
        article: 'russian',
        quote: 'Погибли три человека, все трое — пожилые жители Портовой улицы.',
      },
    ],
    claimant: PAPER,
    claimedOn: '2025-04-17',
    type: 'numerical',
    strategies: ['written-evidence', 'numerical-comparison'],
    priority: 'high',
    status: 'in-progress',
    assignee: 'aruzhan',
    tags: ['victims', 'numbers'],
    evidence: [
      {
        by: 'aruzhan',
        reference: 'minutes',
        stance: 'qualifies',
        quote: 'Two residents of Port Street were found dead',
        locator: 'пункт 4',
        note: 'По состоянию на 14 апреля; один человек числился пропавшим.',
      },
      {
        by: 'aruzhan',
        reference: 'mirror',
        stance: 'supports',
        quote: 'Үшінші қаза тапқан адам — жетпіс сегіз жастағы тұрғын — 15 сәуірде табылды',
        note: 'Подтверждает третью смерть со слов главного врача; улица не названа.',
      },
    ],
    verdicts: [
      {
        by: 'aruzhan',
        rating: 'mostly-true',
        text: 'Число верно: двое погибших названы в протоколе совета, о третьем сообщил главный врач областной больницы. Жил ли третий на Портовой улице, пока не подтверждено.',
        confidence: 'medium',
        knownAsOf: '2025-04-29',
      },
    ],
  },
];
