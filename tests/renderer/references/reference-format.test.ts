import { expect, test } from 'vitest';
import { formatOf } from '../../../src-renderer/references/reference-format.ts';

test.each([
  ['[{"type":"book"}]', 'cslText'],
  ['{\n  "type": "book"\n}', 'cslText'],
  ['\uFEFFTY  - JOUR\r\nTI  - A\r\nER  - \r\n', 'ris'],
  ['% made by hand\n@article{a, title={B}}', 'bibtex'],
  ['@STRING(x = "y")', 'bibtex'],
  ['Smith, A. (2024). On floods.', undefined],
  ['someone@example.org wrote {this}', undefined],
  ['', undefined],
])('%j is %s', (text, format) => {
  expect(formatOf(text)).toBe(format);
});
