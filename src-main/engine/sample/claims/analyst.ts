import type { ClaimPlan } from '../plan.ts';

const ASHDOWN = 'Helen Ashdown, Meridian Rivers Institute';

export const analystClaims: readonly ClaimPlan[] = [
  {
    key: 'inflow-two-thirds',
    by: 'tomas',
    as: 'verifiable',
    marks: [
      {
        article: 'analyst',
        quote:
          'the inflow into the reservoir was 1,340 cubic metres per second, less than two thirds of the 2,100 for which the spillway was designed',
      },
    ],
    wording:
      'The inflow into the Ainakol reservoir peaked at 1,340 cubic metres per second, less than two thirds of the design capacity of the spillway.',
    claimant: ASHDOWN,
    claimedOn: '2025-04-28',
    type: 'numerical',
    alsoTypes: ['event-or-property'],
    strategies: ['written-evidence', 'numerical-comparison'],
    priority: 'high',
    status: 'done',
    tags: ['cause', 'numbers'],
    evidence: [
      {
        by: 'tomas',
        reference: 'bulletin',
        stance: 'supports',
        quote: 'Inflow reached its maximum of 1,340 cubic metres per second at 22:00 on 11 April.',
        locator: 'section 2',
      },
      {
        by: 'tomas',
        reference: 'inspection',
        stance: 'supports',
        quote: 'a design capacity of 2,100 cubic metres per second',
        locator: 'section 1',
      },
    ],
    verdicts: [
      {
        by: 'tomas',
        rating: 'true',
        text: 'Both numbers stand in primary documents: 1,340 in the bulletin, 2,100 in the inspection report. 1,340 / 2,100 = 0.638, which is less than two thirds (0.667).',
        confidence: 'high',
        knownAsOf: '2025-04-29',
        final: true,
      },
    ],
  },
  {
    key: 'nothing-to-stand-on',
    by: 'aruzhan',
    as: 'verifiable',
    marks: [
      { article: 'analyst', quote: 'It failed because it had nothing to stand on.' },
      { article: 'russian', quote: 'плиты водосброса годами подмывало снизу, потому что дренаж был забит' },
    ],
    wording: 'The chute failed because water had washed out the bedding under its slabs.',
    claimant: ASHDOWN,
    claimedOn: '2025-04-28',
    type: 'causal',
    strategies: ['written-evidence'],
    priority: 'urgent',
    status: 'in-review',
    assignee: 'tomas',
    tags: ['cause', 'inspection'],
    evidence: [
      {
        by: 'aruzhan',
        reference: 'inspection',
        stance: 'supports',
        quote: 'Water that enters the joints cannot leave and washes out the bedding.',
        locator: '2.2',
      },
      {
        by: 'aruzhan',
        reference: 'renn',
        stance: 'supports',
        quote: 'Дренаж забит, вода уходит под бетон и выносит основание.',
        locator: '00:02:18',
        note: 'Renn left in 2021: he explains how it happens, he did not see it happen.',
      },
    ],
    verdicts: [
      {
        by: 'aruzhan',
        rating: 'mostly-true',
        text: 'The inspection of 2023 and a former chief engineer describe the same mechanism, independently of one another. Nobody has examined the broken chute yet, so it remains the best explanation, not an established one.',
        confidence: 'medium',
        knownAsOf: '2025-04-29',
      },
      {
        by: 'tomas',
        rating: 'unproven',
        text: 'That the slabs were hollow in 2023 is shown. That they broke for this reason in 2025 is inferred. I would wait for the commission.',
        confidence: 'low',
        knownAsOf: '2025-04-29',
      },
    ],
    comments: [
      {
        by: 'aruzhan',
        text: 'Fair. Then the same caution belongs in our verdict on the rain, and I have added it there.',
      },
    ],
  },
  {
    key: 'gates-four-hours-late',
    by: 'tomas',
    as: 'verifiable',
    marks: [
      {
        article: 'analyst',
        quote: 'The gates were opened four hours too late, at about two in the morning',
      },
    ],
    claimant: ASHDOWN,
    claimedOn: '2025-04-28',
    type: 'event-or-property',
    strategies: ['written-evidence'],
    status: 'in-progress',
    assignee: 'tomas',
    tags: ['time', 'gates'],
    evidence: [
      {
        by: 'tomas',
        reference: 'minutes',
        stance: 'refutes',
        quote: 'The dam operator informs the duty officer by telephone that the release will be increased.',
        locator: 'item 2, 23:40',
        note: 'The release was to grow from 23:40 on. The log of the gates themselves has not been published.',
      },
      {
        by: 'tomas',
        reference: 'renn',
        stance: 'context',
        quote: 'Раньше открыли бы — раньше сломался бы лоток.',
        locator: '00:07:36',
        note: 'By his own words an opinion, not a calculation.',
      },
    ],
    verdicts: [
      {
        by: 'tomas',
        rating: 'unproven',
        text: 'The operator announced a larger release at 23:40, which does not fit “about two in the morning”. When the gates moved only the dam’s own log can show. “Too late” compares with a time that the author does not give.',
        confidence: 'medium',
        knownAsOf: '2025-04-29',
      },
    ],
  },
  {
    key: 'upstream-release',
    by: 'aruzhan',
    as: 'verifiable',
    marks: [
      {
        article: 'analyst',
        quote:
          'the country upstream had emptied one of its own reservoirs on 10 April without telling anybody',
      },
    ],
    wording: 'The country upstream released the water of a reservoir into the Sarkyn on 10 April 2025.',
    claimant: 'Unnamed diplomat in Altynkent',
    claimedOn: '2025-04-28',
    type: 'event-or-property',
    strategies: ['written-evidence'],
    priority: 'urgent',
    status: 'done',
    assignee: 'aruzhan',
    tags: ['cause', 'anonymous'],
    evidence: [
      {
        by: 'aruzhan',
        reference: 'bulletin',
        stance: 'refutes',
        quote:
          'No sudden rise of the kind that follows a release from a reservoir was observed on 9, 10 or 11 April.',
        locator: 'section 2',
      },
    ],
    verdicts: [
      {
        by: 'aruzhan',
        rating: 'false',
        text: 'The border gauge would have shown the wave. It rose in step with the rain and shows no sudden rise on 9, 10 or 11 April. The diplomat is not named and offers nothing against the measurement.',
        confidence: 'high',
        knownAsOf: '2025-04-29',
        final: true,
      },
    ],
    comments: [
      {
        by: 'aruzhan',
        text: 'An anonymous source does not make a claim unverifiable if the river kept a record of it.',
      },
    ],
  },
  {
    key: 'left-9000',
    by: 'tomas',
    as: 'verifiable',
    marks: [
      {
        article: 'analyst',
        quote:
          'We estimate that more than 9,000 people left their homes, which is the middle of the published figures.',
      },
    ],
    claimant: ASHDOWN,
    claimedOn: '2025-04-28',
    type: 'numerical',
    strategies: ['written-evidence', 'numerical-comparison'],
    status: 'done',
    assignee: 'tomas',
    tags: ['evacuation', 'numbers'],
    evidence: [
      {
        by: 'tomas',
        reference: 'minutes',
        stance: 'refutes',
        quote: 'Members noted that the two figures must not be added without this reservation.',
        locator: 'item 3',
        note: 'Even added, registered and unregistered people do not reach 8,500.',
      },
    ],
    verdicts: [
      {
        by: 'tomas',
        rating: 'mostly-false',
        text: 'The three figures in the author’s own table are 4,200, 6,380 and 11,000: their median is 6,380, their mean 7,193, and half-way between the ends lies 7,600. None exceeds 9,000. The estimate lies between figures that others have published; it is the middle of nothing.',
        confidence: 'high',
        knownAsOf: '2025-04-29',
        final: true,
      },
    ],
  },
  {
    key: 'six-to-seven-billion',
    by: 'aruzhan',
    as: 'undecided',
    marks: [{ article: 'analyst', quote: 'Our model puts the cost of restoration at six to seven billion' }],
    claimant: ASHDOWN,
    claimedOn: '2025-04-28',
    type: 'numerical',
    status: 'in-progress',
    assignee: 'aruzhan',
    tags: ['money'],
    comments: [
      {
        by: 'aruzhan',
        text: 'I have written to the institute: if the model can be read, this is verifiable; if not, too vague.',
      },
    ],
  },
];
