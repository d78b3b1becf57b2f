import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { externalLink } from '../../../src-main/host/electron/external-links.ts';
import { foreignAddress } from './addresses.ts';

describe('what may be offered for opening outside', () => {
  it('shows the real host in punycode, and the path', () => {
    expect(externalLink('https://пример.example/новости?a=1#b')).toEqual({
      address: 'https://xn--e1afmkfd.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?a=1#b',
      host: 'xn--e1afmkfd.example',
      path: '/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8?a=1#b',
    });
    expect(externalLink('HTTP://Example.ORG:8080')?.host).toBe('example.org:8080');
    // a Cyrillic а in a familiar name
    expect(externalLink('https://\u0430pple.com/')?.host).toBe('xn--pple-43d.com');
  });

  it('takes a mail address and nothing that would fill in or attach', () => {
    expect(externalLink('mailto:desk@example.org?attach=/etc/passwd&body=x')).toEqual({
      address: 'mailto:desk@example.org',
      host: 'desk@example.org',
      path: '',
    });
    expect(externalLink('mailto:a@b.example,c@d.example')).toBeUndefined();
  });

  it.each([
    'javascript:alert(1)',
    'java\tscript:alert(1)',
    'ht\ntps://example.org',
    ' https://example.org',
    'https://example.org\u0000',
    'https://example.org/\u202Egnp.exe',
    'https://user@example.org/',
    'https://apple.com:x@evil.example/',
    'https:\\\\evil.example',
    'https://',
    'file:///etc/passwd',
    '\\\\server\\share',
    'C:\\Windows\\system32\\calc.exe',
    'smb://server/share',
    'search-ms:query=x',
    'ms-msdt:/id',
    'data:text/html,x',
    'blob:https://a/b',
    'app://window-1/',
    'about:blank',
    '',
    'example.org',
    `https://example.org/${'a'.repeat(2_000)}`,
    `https://example.org/${'ж'.repeat(400)}`,
  ])('refuses %j', (address) => {
    expect(externalLink(address)).toBeUndefined();
  });

  it('opens only the three schemes, and exactly what it shows', () => {
    let offered = 0;
    const schemes = new Set<string>();
    fc.assert(
      fc.property(
        fc.oneof(foreignAddress, fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (address) => {
          const link = externalLink(address);
          if (!link) return;
          offered += 1;
          const opens = new URL(link.address);
          schemes.add(opens.protocol);
          expect(['http:', 'https:', 'mailto:']).toContain(opens.protocol);
          expect(opens.username + opens.password).toBe('');
          expect(link.address).toMatch(/^[\x21-\x7e]+$/);
          expect(opens.href).toBe(link.address);
          expect([link.host, link.path]).toEqual([opens.host, opens.pathname + opens.search + opens.hash]);
        },
      ),
      { numRuns: 2_000 },
    );
    expect(offered).toBeGreaterThan(500);
    expect([...schemes].toSorted()).toEqual(['http:', 'https:']);
  });
});
