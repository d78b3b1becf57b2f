/** The few selectors that reading pages needs: lists of `tag.class[attribute*="value"]`, each part as often as one likes. */
import type { PageElement } from './element.ts';
import { following } from './following.ts';
import type { PageNode } from './node.ts';

type Test = (element: PageElement) => boolean;

const NAME = /^[a-z0-9]+$/;

const known = new Map<string, Test>();

/** Elements inside `root` that a selector names, in the order of the text, at most so many. */
export function selected(root: PageNode, selector: string, most = Infinity): PageElement[] {
  const found: PageElement[] = [];
  // nearly all that is asked for is one name
  if (most === Infinity && NAME.test(selector)) {
    for (let node = root.firstChild; node; node = following(node, root))
      if (node.nodeType === 1 && (node as PageElement).localName === selector)
        found.push(node as PageElement);
    return found;
  }
  const test = testOf(selector);
  let node = root.firstChild;
  while (node) {
    if (node.nodeType === 1 && test(node as PageElement) && found.push(node as PageElement) >= most) break;
    node = following(node, root);
  }
  return found;
}

export function isSelected(element: PageElement, selector: string): boolean {
  return testOf(selector)(element);
}

function testOf(selector: string): Test {
  let test = known.get(selector);
  if (!test) known.set(selector, (test = compiled(selector)));
  return test;
}

function compiled(selector: string): Test {
  const names = selector.split(',').map((one) => one.trim());
  if (selector === '*') return () => true;
  if (names.every((name) => /^[a-z0-9]+$/i.test(name))) {
    const set = new Set(names.map((name) => name.toLowerCase()));
    return (element) => set.has(element.localName);
  }
  const tests = names.map(compound);
  return (element) => tests.some((test) => test(element));
}

const PART =
  /^(?:(?<tag>[a-z][a-z0-9]*)|\.(?<kind>[\w-]+)|\[(?<name>[\w:\\-]+)(?:(?<how>[*^]?)="(?<value>[^"]*)")?\])/i;

function compound(selector: string): Test {
  const tests: Test[] = [];
  let rest = selector;
  while (rest !== '') {
    const part = PART.exec(rest);
    if (!part) throw new Error(`No selector that is understood here: ${selector}`);
    rest = rest.slice(part[0].length);
    const { tag, kind, name, how, value } = part.groups!;
    if (tag !== undefined) tests.push((element) => element.localName === tag.toLowerCase());
    else if (kind !== undefined) tests.push((element) => element.className.split(/\s+/).includes(kind));
    else tests.push(attributeTest(name!.replaceAll('\\', ''), how ?? '', value));
  }
  return (element) => tests.every((test) => test(element));
}

function attributeTest(name: string, how: string, value: string | undefined): Test {
  if (value === undefined) return (element) => element.hasAttribute(name);
  if (how === '*') return (element) => element.getAttribute(name)?.includes(value) === true;
  if (how === '^') return (element) => element.getAttribute(name)?.startsWith(value) === true;
  return (element) => element.getAttribute(name) === value;
}
