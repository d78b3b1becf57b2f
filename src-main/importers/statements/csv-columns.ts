/** What a column of a table of claims can stand for, and the headings that people and programs give it. */
export const CSV_FIELDS = {
  wording:
    'claim, wording, statement, claim reviewed, claimreviewed, text, claim text, assertion, утверждение, тезис, формулировка, заявление, текст, мәлімдеме',
  claimant:
    'claimant, speaker, said by, author, claim author, source person, who, politician, кто сказал, автор, спикер, автор утверждения, заявитель, кім айтты',
  claimed_on:
    'claimed on, claimed_on, claim date, date, date of claim, said on, claim_date, дата, дата утверждения, когда сказано, күні',
  claimed_where:
    'claimed where, claimed_where, place, where, location, occasion, said where, место, где сказано, обстоятельства',
  country: 'country, location iso code, location_iso_code, iso code, страна, код страны',
  reported_by:
    'reported by, reported_by, reporting source, reporting_source, published by, outlet, media, кто сообщил, издание, сми',
  address:
    'address, url, link, claim url, original claim url, original_claim_url, source url, appearance, адрес, ссылка, ссылка на утверждение',
  cached_address:
    'archive, archived, cached, archive url, archived url, cached original claim url, архив, архивная копия',
  check_address:
    'check url, review url, fact check url, fact checking article, fact_checking_article, article url, ссылка на проверку, адрес проверки',
  type: 'type, claim type, claim_types, types, тип, вид утверждения',
  strategies:
    'strategies, strategy, fact checking strategies, fact_checking_strategies, how checked, способы проверки, как проверяли',
  verifiability: 'verifiability, verifiable, can be verified, проверяемость, проверяемо',
  reason: 'reason, why unverifiable, причина',
  status: 'status, work status, статус, состояние',
  priority: 'priority, приоритет, важность',
  tags: 'tags, tag, keywords, topics, labels, теги, метки, темы, ключевые слова',
  rating:
    'rating, verdict, label, conclusion, ruling, fact check rating, rating label, rating_label, textual rating, оценка, вердикт, рейтинг, вывод',
  justification:
    'justification, explanation, reasoning, review, ruling text, analysis, обоснование, объяснение, разбор',
  verdict_by:
    'verdict by, verdict_by, reviewer, checked by, fact checker, publisher, organisation, organization, кто проверил, проверил, проверяющий',
  verdict_at:
    'verdict at, verdict_at, review date, checked on, date published, published, дата проверки, дата вердикта',
  quote: 'quote, exact, passage, quotation, цитата, отрывок',
  article: 'articles, article, document, source document, статья, статьи, документ',
  comment: 'comment, note, notes, remark, комментарий, примечание, заметка',
  evidence: 'evidence, reference, references, sources, source, доказательства, источник, источники',
  id: 'id, assay id, идентификатор',
  verdict_id: 'verdict id, verdict_id',
  verdict_state: 'verdict state, verdict_state',
  scale: 'scale',
} as const satisfies Record<string, string>;

export type CsvField = keyof typeof CSV_FIELDS;

/** A heading as it is compared: letters and figures alone. */
export const plainHeading = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const BY_HEADING = new Map<string, CsvField>(
  (Object.keys(CSV_FIELDS) as CsvField[]).flatMap((field) =>
    [field, ...CSV_FIELDS[field].split(',')].map((heading) => [plainHeading(heading), field] as const),
  ),
);

export function isCsvField(text: string): text is CsvField {
  return Object.hasOwn(CSV_FIELDS, text);
}

/** What each column stands for, by its heading; '' where nothing is known. The first of two equal ones counts. */
export function fieldsFor(header: readonly string[], given: Readonly<Record<string, string>> = {}): string[] {
  const chosen = new Map(Object.entries(given).map(([heading, field]) => [plainHeading(heading), field]));
  const taken = new Set([...chosen.values()].filter((field) => field !== ''));
  return header.map((heading) => {
    const wanted = chosen.get(plainHeading(heading));
    if (wanted !== undefined) return isCsvField(wanted) ? wanted : '';
    const field = BY_HEADING.get(plainHeading(heading)) ?? '';
    if (field === '' || taken.has(field)) return '';
    taken.add(field);
    return field;
  });
}
