import type { ReportClaim, ReportInput } from '#reports/input.ts';
import { SAMPLE } from '../../reports/sample-input.ts';

/** The sample report grown to so many claims, each with two pieces of evidence, a verdict and a place in an article. */
export function bigReport(count: number): ReportInput {
  const [first] = SAMPLE.claims;
  const perArticle = 50;
  const claims = Array.from({ length: count }, (_, n): ReportClaim => ({
    ...first!,
    number: n + 1,
    id: `claim-${n}`,
    wording: `By ${n} o’clock ${1_000 + n} people had left quarter ${n % 31} of the lower town.`,
  }));
  const articles = Array.from({ length: Math.ceil(count / perArticle) }, (_, a) => {
    const sentences = claims.slice(a * perArticle, (a + 1) * perArticle).map(({ wording }) => wording);
    const text = sentences.join('\n');
    let at = 0;
    const marks = sentences.map((sentence, n) => {
      const start = at;
      at += sentence.length + 1;
      const end = start + sentence.length;
      return {
        id: `o-${a}-${n}`,
        claim: a * perArticle + n + 1,
        start,
        end,
        state: 'exact' as const,
        page: null,
      };
    });
    const content = sentences.map((sentence) => ({
      type: 'paragraph',
      content: [{ type: 'text', text: sentence }],
    }));
    return {
      ...SAMPLE.articles[0]!,
      id: `a${a}`,
      title: `Report ${a + 1} from the lower town`,
      sentences: sentences.length,
      judgedSentences: sentences.length,
      document: { type: 'doc' as const, content },
      text,
      marks,
    };
  });
  return { ...SAMPLE, claims, articles };
}
