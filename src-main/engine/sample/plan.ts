import type {
  AnyClaimType,
  ClaimType,
  Confidence,
  Priority,
  Reason,
  ReferenceKind,
  Stance,
  Status,
  Strategy,
  Verifiability,
} from '#domain/words.ts';
import { damClaims } from './claims/agency-dam.ts';
import { nightClaims } from './claims/agency-night.ts';
import { analystClaims } from './claims/analyst.ts';
import { blogClaims } from './claims/blog.ts';
import { kazakhClaims } from './claims/kazakh.ts';
import { oppositionClaims } from './claims/opposition.ts';
import { russianClaims } from './claims/russian.ts';

export type ArticleKey = 'agency' | 'opposition' | 'analyst' | 'blog' | 'russian' | 'kazakh';
export type ReviewerKey = 'aruzhan' | 'tomas';

export type ReferenceKey =
  | 'inspection'
  | 'bulletin'
  | 'minutes'
  | 'gauge'
  | 'audit'
  | 'renn'
  | 'release'
  | 'sarinform'
  | 'morning'
  | 'kontinent'
  | 'mirror'
  | 'plan'
  | 'blog';

export type RatingKey =
  | 'true'
  | 'mostly-true'
  | 'half-true'
  | 'mostly-false'
  | 'false'
  | 'misleading'
  | 'unproven';

export type ArticlePlan = {
  readonly key: ArticleKey;
  readonly file: string;
  readonly title: string;
  readonly author: string;
  readonly publisher: string;
  readonly address: string;
  readonly published: string;
  readonly language: string;
  /** Whether its footnotes have been taken over as references, or wait as proposals. */
  readonly footnotes: 'accepted' | 'proposed';
};

export type ReferencePlan = {
  readonly key: ReferenceKey;
  readonly kind: ReferenceKind;
  /** Sources of one origin repeat one another and count once. */
  readonly origin?: string;
  /** Its archived copy, as a path inside the sample's folder. */
  readonly capture?: string;
  readonly csl: { readonly type: string; readonly [field: string]: unknown };
};

/** A span by the words that stand there; context only where the words stand there twice. */
export type MarkPlan = {
  readonly article: ArticleKey;
  readonly quote: string;
  readonly prefix?: string;
  readonly suffix?: string;
};

export type EvidencePlan = {
  readonly by: ReviewerKey;
  readonly reference: ReferenceKey;
  readonly stance: Stance;
  /** Stands in the reference's archived copy, letter by letter, where it has one with text. */
  readonly quote?: string;
  readonly locator?: string;
  readonly note?: string;
};

export type VerdictPlan = {
  readonly by: ReviewerKey;
  readonly rating: RatingKey;
  readonly text: string;
  readonly confidence: Confidence;
  readonly knownAsOf: string;
  readonly final?: true;
  /** Why an earlier final verdict is corrected. */
  readonly why?: string;
  /** Why this verdict was declared void afterwards. */
  readonly void?: string;
};

/** Marks made in passing: sentences that need no work of their own. */
export type TriagePlan = {
  readonly by: ReviewerKey;
  readonly article: ArticleKey;
  readonly as: Verifiability;
  readonly reason?: Reason;
  readonly checkableOn?: string;
  readonly quote: string;
};

export type CommentPlan = { readonly by: ReviewerKey; readonly text: string };

export type ClaimPlan = {
  readonly key: string;
  readonly by: ReviewerKey;
  readonly as: Verifiability;
  readonly reason?: Reason;
  /** The first one makes the claim, the others are further occurrences. */
  readonly marks: readonly [MarkPlan, ...MarkPlan[]];
  /** Left out where the marked words say it well enough. */
  readonly wording?: string;
  readonly claimant?: string;
  readonly claimedOn?: string;
  readonly claimedWhere?: string;
  /** The leading one, and others that fit too. */
  readonly type?: ClaimType;
  readonly alsoTypes?: readonly AnyClaimType[];
  readonly strategies?: readonly Strategy[];
  readonly checkableOn?: string;
  readonly priority?: Priority;
  readonly status?: Status;
  readonly assignee?: ReviewerKey;
  readonly tags?: readonly string[];
  /** The key of the claim of which this one is a part; it stands earlier in the plan. */
  readonly parent?: string;
  readonly evidence?: readonly EvidencePlan[];
  readonly verdicts?: readonly VerdictPlan[];
  readonly comments?: readonly CommentPlan[];
};

export const PROJECT = {
  title: 'The night the Sarkyn came',
  method:
    'This is a sample: the country, its people, its papers and its flood are invented.\n\n' +
    'Six texts on one event were read sentence by sentence. Every statement that others repeated, that names a number, ' +
    'a time or a cause, or that could decide who is to blame was marked as a claim. Each claim was checked against ' +
    'primary documents first; reports that repeat one press release count as one source. A verdict judges what was said, ' +
    'on the date on which it was said, and states what was known at the time of the check. Two people read each final verdict.',
} as const;

export const REVIEWERS: Readonly<Record<ReviewerKey, { readonly id: string; readonly name: string }>> = {
  aruzhan: { id: '01962f00-0000-7000-8000-00000000a001', name: 'Aruzhan Bek' },
  tomas: { id: '01962f00-0000-7000-8000-00000000a002', name: 'Tomas Lind' },
};

export const ARTICLES: readonly ArticlePlan[] = [
  {
    key: 'opposition',
    file: 'free-steppe.md',
    title: 'They knew for eighteen months',
    author: 'Marat Seidel',
    publisher: 'The Free Steppe',
    address: 'https://free-steppe.example/2025/04/16/they-knew',
    published: '2025-04-16',
    language: 'en',
    footnotes: 'proposed',
  },
  {
    key: 'agency',
    file: 'sarinform.txt',
    title: 'Swift measures protect Kemekala after incident at the Ainakol spillway',
    author: '',
    publisher: 'Sarinform',
    address: 'https://sarinform.example/news/2025/04/12/kemekala',
    published: '2025-04-12',
    language: 'en',
    footnotes: 'accepted',
  },
  {
    key: 'blog',
    file: 'mill-island.txt',
    title: 'What I saw from the roof',
    author: 'Lena',
    publisher: 'Mill Island',
    address: 'https://mill-island.example/2025/04/13/roof',
    published: '2025-04-13',
    language: 'en',
    footnotes: 'accepted',
  },
  {
    key: 'analyst',
    file: 'meridian.html',
    title: 'Ainakol: a spillway fails, a pattern holds',
    author: 'Helen Ashdown',
    publisher: 'Meridian Rivers Institute',
    address: 'https://meridian-rivers.example/briefs/2025/ainakol',
    published: '2025-04-28',
    language: 'en',
    footnotes: 'accepted',
  },
  {
    key: 'russian',
    file: 'sarkynskie-vesti.txt',
    title: 'Ночь, когда пришёл Саркын: что известно о паводке в Кемекале',
    author: 'Ирина Вольская',
    publisher: 'Саркынские вести',
    address: 'https://sarkyn-vesti.example/2025/04/17/pavodok',
    published: '2025-04-17',
    language: 'ru',
    footnotes: 'accepted',
  },
  {
    key: 'kazakh',
    file: 'kemeqala-tynysy.txt',
    title: 'Су келген түн',
    author: 'Гүлнәр Есімбай',
    publisher: 'Кемеқала тынысы',
    address: 'https://kemeqala-tynysy.example/2025/04/19/su-kelgen-tun',
    published: '2025-04-19',
    language: 'kk',
    footnotes: 'accepted',
  },
];

export const CLAIMS: readonly ClaimPlan[] = [
  ...nightClaims,
  ...damClaims,
  ...oppositionClaims,
  ...analystClaims,
  ...blogClaims,
  ...russianClaims,
  ...kazakhClaims,
];
