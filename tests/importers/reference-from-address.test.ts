import { describe, expect, it } from 'vitest';
import { fromAddress, fromFootnote } from '#importers/reference-from-address.ts';

describe('fromAddress', () => {
  it.each([
    [
      'https://www.example.org/a/%D0%BF%D0%B0%D0%B2/',
      'example.org/a/пав',
      'https://www.example.org/a/%D0%BF%D0%B0%D0%B2/',
    ],
    ['http://xn--e1aybc.xn--p1ai', 'тест.рф', 'http://xn--e1aybc.xn--p1ai/'],
    ['example.org/%zz', 'example.org/%zz', 'https://example.org/%zz'],
    ['example.org:8080/x', 'example.org/x', 'https://example.org:8080/x'],
    ['https://example.org/%E2%80%AEgpj.exe', 'example.org/gpj.exe', 'https://example.org/%E2%80%AEgpj.exe'],
  ])('calls %s by its readable address', (address, title, URL) => {
    expect(fromAddress(` ${address} `)).toEqual({ type: 'webpage', title, URL });
  });

  it('takes the title it is given', () => {
    expect(fromAddress('https://example.org', ' Our page ').title).toBe('Our page');
  });

  it.each([
    ['javascript:alert(1)', /begins with “javascript:”/],
    [' JaVaScript:alert(1)', /javascript/],
    ['data:text/html,x', /data/],
    ['file:///etc/passwd', /file/],
    ['ftp://example.org', /ftp/],
    ['hello', /no web address/],
    ['', /no web address/],
    ['http://', /no web address/],
    ['https://me:secret@example.org/', /password/],
  ])('refuses %j in a sentence', (address, sentence) => {
    expect(() => fromAddress(address)).toThrow(sentence);
    expect(() => fromAddress(address)).toThrow(/^[A-Z].*\.$|example\.org\/page\.$/);
  });
});

describe('fromFootnote', () => {
  const address = 'https://example.org/r';
  it.each([
    [`[8]${address}`, 'example.org/r'],
    [`[8] ${address}`, 'example.org/r'],
    [`[12] Отчёт о плотине, ${address}`, 'Отчёт о плотине'],
    [`Report: ${address} (visited 2022)`, 'Report: (visited 2022)'],
  ])('reads %j', (text, title) => {
    expect(fromFootnote({ text, address })).toEqual({ type: 'webpage', title, URL: address });
  });

  it('keeps a note without an address as a document', () => {
    expect(fromFootnote({ text: '[3] Interview with the mayor, 2 May', address: '' })).toEqual({
      type: 'document',
      title: 'Interview with the mayor, 2 May',
    });
    expect(() => fromFootnote({ text: '[3]', address: '' })).toThrow('no title');
  });
});
