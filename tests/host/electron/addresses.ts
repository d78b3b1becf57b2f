import fc from 'fast-check';

const SCHEMES = [
  'http:',
  'https:',
  'ws:',
  'wss:',
  'ftp:',
  'file:',
  'about:',
  'javascript:',
  'vbscript:',
  'view-source:',
  'chrome:',
  'chrome-extension:',
  'devtools:',
  'filesystem:',
  'smb:',
  'search-ms:',
  'ms-msdt:',
  'ms-officecmd:',
  'mailto:',
  'tel:',
  'jar:',
  'intent:',
  'steam:',
  'vscode:',
  'app-evil:',
  'APP2:',
  'stun:',
  'turn:',
  'magnet:',
  'slack:',
  'x-apple:',
];
const HOSTS = [
  'evil.example',
  '127.0.0.1',
  'localhost',
  '[::1]',
  '0x7f000001',
  'window-1.evil.example',
  'xn--e1afmkfd.example',
  'window-1@evil.example',
  '\u202Emoc.live',
  'evil.example:8080',
  '\\\\server\\share',
  'window-3',
  '',
];
const PATHS = [
  '',
  '/',
  '/../..',
  '/%2e%2e/',
  '/etc/passwd',
  '\\..\\',
  '/C:/',
  '/x::$DATA',
  '/%00',
  '/a?app://window-1/',
  '/#app://window-1/',
];

/** Addresses that are none of the program's own: of other schemes and of windows that do not exist. */
export const foreignAddress = fc
  .tuple(
    fc.constantFrom(...SCHEMES, 'app:'),
    fc.constantFrom('//', '/', '', '\\\\'),
    fc.constantFrom(...HOSTS),
    fc.constantFrom(...PATHS),
    fc.webFragments(),
  )
  .map(([scheme, slashes, host, path, tail]) => `${scheme}${slashes}${host}${path}${tail}`);
