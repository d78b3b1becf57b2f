import type { ClaimPlan } from '../plan.ts';

const PAPER = '«Кемеқала тынысы»';

export const kazakhClaims: readonly ClaimPlan[] = [
  {
    key: 'moved-5100',
    by: 'aruzhan',
    as: 'verifiable',
    marks: [{ article: 'kazakh', quote: '5100 адам қауіпсіз жерге көшірілді' }],
    wording: 'Кемеқаладан 5100 адам қауіпсіз жерге көшірілді.',
    claimant: 'Кемеқала қаласының әкімдігі',
    claimedOn: '2025-04-19',
    type: 'numerical',
    strategies: ['written-evidence', 'numerical-comparison'],
    status: 'in-progress',
    assignee: 'aruzhan',
    tags: ['evacuation', 'numbers'],
    evidence: [
      {
        by: 'aruzhan',
        reference: 'minutes',
        stance: 'refutes',
        quote: 'by 18:00 on the same day 6,380 people at nine centres',
        locator: '3-тармақ',
        note: 'Қалалық кеңестің хаттамасында 5100 деген сан жоқ.',
      },
    ],
    verdicts: [
      {
        by: 'aruzhan',
        rating: 'unproven',
        text: 'Қалалық кеңестің хаттамасында таңғы 06:00-дегі 4215 және кешкі 18:00-дегі 6380 адам көрсетілген. 5100 саны осы екі уақыттың арасына сәйкес келуі мүмкін, бірақ газет нақты уақытты көрсетпейді, ал әкімдік сұрауымызға жауап берген жоқ.',
        confidence: 'low',
        knownAsOf: '2025-04-29',
      },
    ],
  },
  {
    key: 'alarm-0050',
    by: 'aruzhan',
    as: 'verifiable',
    marks: [
      {
        article: 'kazakh',
        quote:
          'Дабыл түнгі сағат 00:50-де қағылды, яғни су Порт көшесіне жетерден бір сағаттан астам уақыт бұрын.',
      },
    ],
    wording: 'Кемеқалада дабыл 2025 жылғы 12 сәуірде сағат 00:50-де қағылды.',
    claimant: PAPER,
    claimedOn: '2025-04-19',
    type: 'event-or-property',
    strategies: ['written-evidence'],
    priority: 'high',
    status: 'done',
    assignee: 'aruzhan',
    tags: ['warning', 'time'],
    evidence: [
      {
        by: 'aruzhan',
        reference: 'minutes',
        stance: 'refutes',
        quote: '00:52  The operator reports that concrete is breaking out of the chute.',
        locator: '2-тармақ',
        note: '00:52 — оператордың кезекшіге хабарлаған уақыты; сирена қырық минуттан кейін ғана қосылған.',
      },
    ],
    verdicts: [
      {
        by: 'aruzhan',
        rating: 'false',
        text: 'Кезекші қызметтің журналы бойынша сиреналар 01:32-де қосылған. 00:52-де бөгет операторы тек кезекшіге қоңырау шалған, тұрғындарға ештеңе айтылмаған. Судың келуіне бір сағаттан астам емес, шамамен он сегіз минут қалған еді.',
        confidence: 'high',
        knownAsOf: '2025-04-29',
        final: true,
      },
    ],
  },
  {
    key: 'thirty-minutes-rule',
    by: 'tomas',
    as: 'verifiable',
    marks: [
      {
        article: 'kazakh',
        quote: 'Құлақтандыру жоспары бойынша тұрғындар судан кемінде отыз минут бұрын ескертілуі тиіс',
      },
    ],
    claimant: PAPER,
    claimedOn: '2025-04-19',
    type: 'position',
    strategies: ['written-evidence'],
    status: 'done',
    tags: ['warning'],
    evidence: [
      {
        by: 'tomas',
        reference: 'plan',
        stance: 'supports',
        quote: 'судың келуінен кемінде 30 минут бұрын ескертілуі тиіс',
        locator: '3.2',
      },
      {
        by: 'aruzhan',
        reference: 'plan',
        stance: 'context',
        quote: 'Бұл шешімге қол қою талап етілмейді.',
        locator: '3.3',
        note: 'The decision needs no signature. The duty service told the council that it had waited for one.',
      },
    ],
    verdicts: [
      {
        by: 'tomas',
        rating: 'true',
        text: 'Section 3.2 of the town’s plan says so in almost the same words. Section 3.1 adds that the sirens must follow a report of damage within 15 minutes; in that night it took 40.',
        confidence: 'high',
        knownAsOf: '2025-04-29',
        final: true,
      },
    ],
  },
];
