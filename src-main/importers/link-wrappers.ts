/** Services that lead to another address over one of their own, which is written into it. */
const WRAPPERS: readonly { host: RegExp; path: RegExp; parameter: string }[] = [
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, parameter: 'q' },
  { host: /^(?:www\.)?google\.[a-z.]{2,6}$/, path: /^\/url$/, parameter: 'url' },
  { host: /(?:^|\.)safelinks\.protection\.outlook\.com$/, path: /^/, parameter: 'url' },
  { host: /^lm?\.facebook\.com$/, path: /^\/l\.php$/, parameter: 'u' },
  { host: /^(?:m\.)?vk\.com$/, path: /^\/away\.php$/, parameter: 'to' },
  { host: /^(?:www\.)?youtube\.com$/, path: /^\/redirect$/, parameter: 'q' },
];

/** Where a link really leads, when a mail program, an office program or a network has wrapped it. */
export function unwrapLink(href: string): string {
  if (!href.includes('?')) return href;
  const url = new URL(href);
  for (const { host, path, parameter } of WRAPPERS) {
    if (!host.test(url.hostname) || !path.test(url.pathname)) continue;
    const inner = url.searchParams.get(parameter) ?? '';
    if (/^https?:\/\/[^\s]{4,}$/i.test(inner) && URL.canParse(inner)) return new URL(inner).href;
  }
  return href;
}
