import type { ClaimPlan } from '../plan.ts';

const LENA = 'Lena, resident of Mill Island';

export const blogClaims: readonly ClaimPlan[] = [
  {
    key: 'sirens-0132',
    by: 'aruzhan',
    as: 'verifiable',
    marks: [
      {
        article: 'blog',
        quote:
          'The sirens began just after half past one. I looked at the kitchen clock: it said 01:35, and that clock is three minutes fast.',
      },
      { article: 'russian', quote: 'включили только в 01:32' },
    ],
    wording: 'The sirens of Kemekala began at 01:32 on 12 April 2025.',
    claimant: LENA,
    claimedOn: '2025-04-13',
    claimedWhere: 'Mill Island, Kemekala',
    type: 'event-or-property',
    strategies: ['written-evidence'],
    priority: 'high',
    status: 'done',
    tags: ['warning', 'time'],
    evidence: [
      {
        by: 'aruzhan',
        reference: 'minutes',
        stance: 'supports',
        quote: '01:32  Sirens are switched on.',
        locator: 'item 2',
      },
    ],
    verdicts: [
      {
        by: 'aruzhan',
        rating: 'true',
        text: 'The log of the duty service, read out a day after the post appeared, gives 01:32. The kitchen clock, less its three minutes, gives the same.',
        confidence: 'high',
        knownAsOf: '2025-04-15',
        final: true,
      },
    ],
  },
  {
    key: 'ironing',
    by: 'aruzhan',
    as: 'unverifiable',
    reason: 'personal-experience',
    marks: [
      {
        article: 'blog',
        quote:
          'At 23:40 I was ironing, with the window open, and the only thing to be heard was the neighbour’s dog.',
      },
    ],
    claimant: LENA,
    claimedOn: '2025-04-13',
    status: 'done',
    comments: [
      {
        by: 'aruzhan',
        text: 'We cannot check what she heard. What she reports of the sirens is another matter and has its own claim.',
      },
    ],
  },
  {
    key: 'stay-upstairs',
    by: 'tomas',
    as: 'undecided',
    marks: [{ article: 'blog', quote: 'Stay upstairs and wait for instructions.' }],
    wording: 'The emergency line told a caller from Mill Island: “Stay upstairs and wait for instructions.”',
    claimant: LENA,
    claimedOn: '2025-04-13',
    type: 'quote',
    priority: 'high',
    status: 'in-progress',
    assignee: 'tomas',
    tags: ['quotation'],
    comments: [
      {
        by: 'tomas',
        text: 'Calls are recorded and kept for a year. Verifiable if the service gives us the recording; asked on 22 April.',
      },
      {
        by: 'aruzhan',
        text: 'The Free Steppe quotes this sentence differently. Whoever goes on with that article should compare the two.',
      },
    ],
  },
  {
    key: 'minister-and-fish',
    by: 'tomas',
    as: 'unverifiable',
    reason: 'satire',
    marks: [
      {
        article: 'blog',
        quote:
          'The minister personally walked ahead of the wave with a clipboard and asked it to form a queue. The fish have been registered as volunteers.',
      },
    ],
    claimant: LENA,
    claimedOn: '2025-04-13',
    status: 'done',
  },
  {
    key: 'gate-three-2019',
    by: 'aruzhan',
    as: 'verifiable',
    marks: [
      { article: 'blog', quote: 'gate three has not moved since 2019' },
      { article: 'kazakh', quote: 'үшінші қақпаның 2019 жылдан бері ашылмағанын' },
    ],
    wording: 'Gate 3 of the Ainakol spillway has not been opened since 2019.',
    claimant: 'Unnamed employee of the dam',
    claimedOn: '2025-04-13',
    type: 'event-or-property',
    strategies: ['written-evidence'],
    status: 'done',
    assignee: 'aruzhan',
    tags: ['gate 3', 'anonymous'],
    evidence: [
      {
        by: 'aruzhan',
        reference: 'renn',
        stance: 'refutes',
        quote:
          'Он заедал с 2019 года, но примерно до половины поднимался, и при мне им пользовались каждую весну.',
        locator: '00:04:47',
        note: 'Named, and in charge until 2021.',
      },
      {
        by: 'tomas',
        reference: 'inspection',
        stance: 'refutes',
        quote: 'Gate 3 rises to 60 per cent of its height and then jams.',
        locator: '2.3',
      },
    ],
    verdicts: [
      {
        by: 'aruzhan',
        rating: 'mostly-false',
        text: 'The gate has been defective since 2019, but it moved: the chief engineer of that time had it used every spring, and in October 2023 inspectors raised it to 60 per cent. For the time after that we have no record.',
        confidence: 'medium',
        knownAsOf: '2025-04-29',
        final: true,
      },
    ],
  },
  {
    key: 'why-no-siren',
    by: 'tomas',
    as: 'unverifiable',
    reason: 'question-or-appeal',
    marks: [
      {
        article: 'blog',
        quote:
          'Can anyone tell me why a town with a dam above it has sirens on the town hall and none on the island?',
      },
    ],
    claimant: LENA,
    claimedOn: '2025-04-13',
    status: 'done',
  },
  {
    key: 'no-siren-on-island',
    by: 'aruzhan',
    as: 'verifiable',
    marks: [
      { article: 'blog', quote: 'sirens on the town hall and none on the island' },
      { article: 'kazakh', quote: 'Диірмен аралында бірде-бір сирена жоқ' },
    ],
    wording: 'There is no siren on Mill Island.',
    claimant: LENA,
    claimedOn: '2025-04-13',
    type: 'event-or-property',
    strategies: ['written-evidence'],
    status: 'done',
    tags: ['warning'],
    evidence: [
      {
        by: 'aruzhan',
        reference: 'minutes',
        stance: 'supports',
        quote: 'There is none on Mill Island.',
        locator: 'item 6',
      },
      {
        by: 'aruzhan',
        reference: 'mirror',
        stance: 'supports',
        quote: 'Аралдағы жалғыз сирена бағаны 2017 жылы жол жөндеу кезінде алынған',
        note: 'The only mast was taken down in 2017, during road works.',
      },
    ],
    verdicts: [
      {
        by: 'aruzhan',
        rating: 'true',
        text: 'The council’s minutes list four sirens, none of them on the island. A question may carry a claim inside it: this one does, and it is correct.',
        confidence: 'high',
        knownAsOf: '2025-04-29',
        final: true,
      },
    ],
  },
];
