/**
 * Checks a document against the W3C Web Annotation Data Model: what must be there, how often, and of what kind.
 * https://www.w3.org/TR/annotation-model/
 */
export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

type Json = Readonly<Record<string, unknown>>;

/** The rules that a document breaks, one sentence each; none for a valid annotation, page or collection. */
export function annotationFaults(json: unknown): string[] {
  const faults: string[] = [];
  if (!isObject(json)) return ['It is no object.'];
  const contexts = list(json['@context']);
  if (!contexts.includes(ANNO_CONTEXT)) faults.push(`Its @context does not name ${ANNO_CONTEXT}.`);
  checkDocument(json, faults, 0);
  return faults;
}

/** The same for an annotation inside a page, which has its context from there. */
export function itemFaults(json: unknown): string[] {
  const faults: string[] = [];
  if (!isObject(json)) return ['It is no object.'];
  checkDocument(json, faults, 0);
  return faults;
}

function checkDocument(node: Json, faults: string[], depth: number): void {
  if (depth > 20) return void faults.push('It is nested too deeply.');
  const types = list(node['type']);
  one(node, 'id', isIri, 'an IRI', faults, true);
  if (types.includes('Annotation')) return checkAnnotation(node, faults);
  if (types.includes('AnnotationCollection')) return checkCollection(node, faults, depth);
  if (types.includes('AnnotationPage')) return checkPage(node, faults, depth);
  faults.push('Its type is none of Annotation, AnnotationPage and AnnotationCollection.');
}

function checkAnnotation(node: Json, faults: string[]): void {
  if (list(node['target']).length === 0) faults.push('It has no target.');
  for (const target of list(node['target'])) checkResource(target, 'target', faults, 0);
  if ('body' in node && 'bodyValue' in node) faults.push('It has both a body and a bodyValue.');
  one(node, 'bodyValue', isString, 'a text', faults);
  for (const body of list(node['body'])) checkResource(body, 'body', faults, 0);
  for (const motivation of list(node['motivation']))
    if (typeof motivation !== 'string' || motivation === '') faults.push('A motivation is no name.');
  checkProvenance(node, faults);
  one(node, 'canonical', isIri, 'an IRI', faults);
  many(node, 'via', isIri, 'an IRI', faults);
  for (const sheet of list(node['stylesheet']))
    if (!isObject(sheet) && !isIri(sheet)) faults.push('Its stylesheet is neither an IRI nor an object.');
}

function checkProvenance(node: Json, faults: string[]): void {
  for (const name of ['created', 'modified', 'generated'])
    one(node, name, isDateTime, 'one date with time and zone', faults);
  for (const name of ['creator', 'generator', 'audience'])
    for (const agent of list(node[name])) {
      if (isObject(agent)) one(agent, 'id', isIri, 'an IRI', faults);
      else if (!isIri(agent)) faults.push(`Its ${name} is neither an IRI nor an object.`);
    }
  many(node, 'rights', isIri, 'an IRI', faults);
}

const SETS = new Set(['Choice', 'Composite', 'List', 'Independents']);

function checkResource(resource: unknown, what: string, faults: string[], depth: number): void {
  if (depth > 20) return void faults.push('It is nested too deeply.');
  if (typeof resource === 'string') {
    if (!isIri(resource)) faults.push(`Its ${what} “${resource.slice(0, 80)}” is no IRI.`);
    return;
  }
  if (!isObject(resource)) return void faults.push(`Its ${what} is neither an IRI nor an object.`);
  const types = list(resource['type']);
  one(resource, 'id', isIri, 'an IRI', faults);
  checkProvenance(resource, faults);
  const direction = resource['textDirection'];
  if (direction !== undefined && !['ltr', 'rtl', 'auto'].some((known) => known === direction))
    faults.push(`The textDirection of its ${what} is none of ltr, rtl and auto.`);
  for (const name of ['processingLanguage', 'textDirection'])
    one(resource, name, isString, 'one text', faults);
  for (const name of ['language', 'format', 'purpose', 'accessibility'])
    many(resource, name, isString, 'a text', faults);
  if (types.some((type) => SETS.has(String(type)))) {
    const items = resource['items'];
    if (!Array.isArray(items) || items.length === 0) faults.push(`Its ${what} is a set without items.`);
    for (const item of list(items)) checkResource(item, what, faults, depth + 1);
    return;
  }
  if (types.includes('TextualBody')) one(resource, 'value', isString, 'one text', faults, true);
  const specific = ['selector', 'state', 'source', 'styleClass', 'renderedVia', 'scope'].some(
    (name) => name in resource,
  );
  if (types.includes('SpecificResource') || (specific && !types.includes('TextualBody')))
    checkSpecific(resource, what, faults, depth);
}

function checkSpecific(resource: Json, what: string, faults: string[], depth: number): void {
  const sources = list(resource['source']);
  if (sources.length !== 1)
    faults.push(`Its ${what} names ${sources.length === 0 ? 'no' : 'more than one'} source.`);
  for (const source of sources) checkResource(source, `${what}’s source`, faults, depth + 1);
  for (const selector of list(resource['selector'])) checkSelector(selector, faults, 0);
  for (const state of list(resource['state'])) checkState(state, faults, 0);
  many(resource, 'styleClass', isString, 'a text', faults);
  for (const name of ['scope', 'renderedVia'])
    for (const part of list(resource[name]))
      if (!isObject(part) && !isIri(part)) faults.push(`Its ${name} is neither an IRI nor an object.`);
}

const BY_VALUE = new Set(['FragmentSelector', 'CssSelector', 'XPathSelector']);

function checkSelector(selector: unknown, faults: string[], depth: number): void {
  if (depth > 20) return void faults.push('Its selectors are nested too deeply.');
  if (!isObject(selector)) {
    if (!isIri(selector)) faults.push('A selector is neither an IRI nor an object.');
    return;
  }
  const types = list(selector['type']).map(String);
  for (const type of types) {
    if (BY_VALUE.has(type)) one(selector, 'value', isString, 'one text', faults, true);
    if (type === 'SvgSelector' && selector['id'] === undefined)
      one(selector, 'value', isString, 'one text', faults, true);
    if (type === 'TextQuoteSelector') {
      one(selector, 'exact', isString, 'one text', faults, true);
      for (const name of ['prefix', 'suffix']) one(selector, name, isString, 'one text', faults);
    }
    if (type === 'TextPositionSelector' || type === 'DataPositionSelector') {
      for (const name of ['start', 'end']) one(selector, name, isCount, 'one whole number', faults, true);
      if (Number(selector['start']) > Number(selector['end']))
        faults.push('A selector ends before it starts.');
    }
    if (type === 'RangeSelector')
      for (const name of ['startSelector', 'endSelector']) {
        if (!isObject(selector[name])) faults.push(`A RangeSelector has no ${name}.`);
        else checkSelector(selector[name], faults, depth + 1);
      }
  }
  one(selector, 'conformsTo', isIri, 'an IRI', faults);
  for (const inner of list(selector['refinedBy'])) checkSelector(inner, faults, depth + 1);
}

function checkState(state: unknown, faults: string[], depth: number): void {
  if (depth > 20) return void faults.push('Its states are nested too deeply.');
  if (!isObject(state)) {
    if (!isIri(state)) faults.push('A state is neither an IRI nor an object.');
    return;
  }
  const types = list(state['type']).map(String);
  if (types.includes('HttpRequestState')) one(state, 'value', isString, 'one text', faults, true);
  if (types.includes('TimeState')) {
    many(state, 'sourceDate', isDateTime, 'a date with time and zone', faults);
    for (const name of ['sourceDateStart', 'sourceDateEnd'])
      one(state, name, isDateTime, 'one date with time and zone', faults);
    if ('sourceDate' in state && ('sourceDateStart' in state || 'sourceDateEnd' in state))
      faults.push('A state has both a date and a span of dates.');
    if ('sourceDateStart' in state !== 'sourceDateEnd' in state)
      faults.push('A span of dates lacks its start or its end.');
    many(state, 'cached', isIri, 'an IRI', faults);
  }
  for (const inner of list(state['refinedBy'])) checkSelectorOrState(inner, faults, depth + 1);
}

function checkSelectorOrState(node: unknown, faults: string[], depth: number): void {
  const isState = isObject(node) && list(node['type']).some((type) => String(type).endsWith('State'));
  if (isState) checkState(node, faults, depth);
  else checkSelector(node, faults, depth);
}

function checkCollection(node: Json, faults: string[], depth: number): void {
  one(node, 'total', isCount, 'a whole number', faults);
  checkProvenance(node, faults);
  for (const name of ['first', 'last']) {
    const page = node[name];
    if (page === undefined) continue;
    if (isObject(page)) checkDocument(page, faults, depth + 1);
    else if (!isIri(page)) faults.push(`Its ${name} page is neither an IRI nor an object.`);
  }
}

function checkPage(node: Json, faults: string[], depth: number): void {
  if (!Array.isArray(node['items'])) faults.push('A page has no list of items.');
  for (const item of list(node['items'])) {
    if (isObject(item)) checkDocument(item, faults, depth + 1);
    else faults.push('An item of a page is no annotation.');
  }
  one(node, 'startIndex', isCount, 'a whole number', faults);
  for (const name of ['next', 'prev', 'partOf'])
    for (const part of list(node[name]))
      if (!isObject(part) && !isIri(part)) faults.push(`Its ${name} is neither an IRI nor an object.`);
}

type Test = (value: unknown) => boolean;

function one(node: Json, name: string, test: Test, kind: string, faults: string[], must = false): void {
  const value = node[name];
  if (value === undefined) {
    if (must) faults.push(`Its ${name} is missing.`);
  } else if (Array.isArray(value) || !test(value)) faults.push(`Its ${name} is not ${kind}.`);
}

function many(node: Json, name: string, test: Test, kind: string, faults: string[]): void {
  if (list(node[name]).some((value) => !test(value))) faults.push(`Its ${name} is not ${kind}.`);
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value];
}

const isString: Test = (value) => typeof value === 'string';
const isCount: Test = (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0;
/** An IRI, or a reference to one without blanks: in JSON-LD a relative one is resolved against the document. */
const isIri: Test = (value) => typeof value === 'string' && value !== '' && !/[\s<>"{}|\\^`]/.test(value);
const isDateTime: Test = (value) =>
  typeof value === 'string' &&
  /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$/.test(value) &&
  !Number.isNaN(Date.parse(value));
