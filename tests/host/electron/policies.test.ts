import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRIVILEGES, windowOf } from '../../../src-main/host/electron/admission.ts';
import { mayDownload, mayNavigate } from '../../../src-main/host/electron/navigation.ts';
import { staysInside } from '../../../src-main/host/electron/network.ts';
import { projectIn } from '../../../src-main/host/electron/opened-with.ts';
import { permits } from '../../../src-main/host/electron/permissions.ts';
import { mayRestart } from '../../../src-main/host/electron/supervise.ts';
import { SWITCHES } from '../../../src-main/host/electron/switches.ts';
import { foreignAddress } from './addresses.ts';

const windows = new Set(['window-1', 'window-2']);

describe('who may come in', () => {
  it('lets a window’s own pages in, with or without an origin', () => {
    expect(windowOf('app://window-1/', null, windows)).toBe('window-1');
    expect(windowOf('app://window-2/call/getProject', 'app://window-2', windows)).toBe('window-2');
  });

  it.each([
    ['app://window-2/call/getProject', 'app://window-1'],
    ['app://window-1/call/getProject', 'null'],
    ['app://window-1/call/getProject', 'app://window-1.evil.example'],
    ['app://window-1/call/getProject', 'https://window-1'],
    ['app://window-1.evil.example/', null],
    ['app://window-1@evil.example/', null],
    ['app://user@window-1/', null],
    ['app://window-1:81/', null],
    ['app:window-1', null],
    ['apps://window-1/', null],
  ])('keeps out %s from %s', (address, origin) => {
    expect(windowOf(address, origin, windows)).toBeUndefined();
  });

  it('gives the scheme no way around the policy, the origin or the page’s life', () => {
    expect(PRIVILEGES).toMatchObject({
      standard: true,
      secure: true,
      bypassCSP: false,
      allowServiceWorkers: false,
      corsEnabled: false,
    });
  });
});

describe('no request, navigation or download leaves the program', () => {
  it('cancels every foreign address, refuses to go there and to save from there', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(foreignAddress, (address) => {
        seen.add(address);
        expect(staysInside(address, windows)).toBe(false);
        expect(mayNavigate(address, true, 'window-1')).toBe(false);
        expect(mayNavigate(address, false, 'window-1')).toBe(false);
        expect(mayDownload(address, windows)).toBe(false);
      }),
      { numRuns: 2_000 },
    );
    expect(seen.size).toBeGreaterThan(500);
  });

  it('lets the own pages, their data and their blobs through', () => {
    const own = ['app://window-1/', 'data:image/png;base64,AA==', 'blob:app://window-1/6f1c'];
    expect(own.filter((address) => !staysInside(address, windows))).toEqual([]);
    expect(staysInside('blob:https://evil.example/6f1c', windows)).toBe(false);
    expect(staysInside('blob:null/6f1c', windows)).toBe(false);
  });

  it('keeps a window on its own page and its frames on reports and archived copies', () => {
    expect(mayNavigate('app://window-1/', true, 'window-1')).toBe(true);
    expect(mayNavigate('app://window-1/file/t0ken', true, 'window-1')).toBe(false);
    expect(mayNavigate('app://window-2/', true, 'window-1')).toBe(false);
    expect(mayNavigate('app://window-1/file/t0ken?show=1', false, 'window-1')).toBe(true);
    expect(mayNavigate('app://window-1/capture/c1', false, 'window-1')).toBe(true);
    expect(mayNavigate('app://window-1/', false, 'window-1')).toBe(false);
    expect(mayNavigate('data:text/html,x', false, 'window-1')).toBe(false);
    expect(mayNavigate('about:srcdoc', false, 'window-1')).toBe(false);
  });

  it('saves only what the engine hands out', () => {
    expect(mayDownload('app://window-2/project/copy', windows)).toBe(true);
    expect(mayDownload('blob:app://window-2/1', windows)).toBe(true);
    expect(mayDownload('data:text/html,x', windows)).toBe(false);
  });

  it('resolves no name, goes through no real proxy and lets WebRTC go around neither', () => {
    const switches = new Map(SWITCHES.map(([name, value]) => [name, value]));
    expect(switches.get('host-resolver-rules')).toBe('MAP * ^NOTFOUND');
    expect(switches.get('force-webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp');
    expect(switches.get('webrtc-ip-handling-policy')).toBe('disable_non_proxied_udp');
    expect(switches.get('proxy-server')).toBe('socks5://127.0.0.1:1');
    expect(switches.get('proxy-bypass-list')).toBe('<-loopback>');
    expect(SWITCHES.map(([name]) => name).join(' ')).not.toMatch(
      /remote-debugging|disable-web-security|no-sandbox/,
    );
  });
});

describe('permissions', () => {
  const ALL = [
    'clipboard-read',
    'display-capture',
    'fileSystem',
    'fullscreen',
    'geolocation',
    'hid',
    'idle-detection',
    'keyboardLock',
    'local-fonts',
    'media',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'openExternal',
    'pointerLock',
    'sensors',
    'serial',
    'speaker-selection',
    'storage-access',
    'usb',
    'window-management',
    'unknown',
    '',
    '__proto__',
    'constructor',
  ];

  it.each(ALL)('refuses %s', (permission) => {
    expect(permits(permission, 'app://window-1/', true, windows)).toBe(false);
  });

  it('lets only the window’s own page put text on the clipboard', () => {
    const copy = 'clipboard-sanitized-write';
    expect(permits(copy, 'app://window-1/', true, windows)).toBe(true);
    expect(permits(copy, 'app://window-1/', false, windows)).toBe(false);
    expect(permits(copy, 'https://window-1/', true, windows)).toBe(false);
    expect(permits(copy, '', true, windows)).toBe(false);
  });
});

describe('starting', () => {
  it('takes the project that a start names and no switch', () => {
    expect(projectIn(['assay', '.', 'Flood.assay'], '/home/me')).toBe('/home/me/Flood.assay');
    expect(projectIn(['assay', '/tmp/Наводнение.ASSAY'], '/home/me')).toBe('/tmp/Наводнение.ASSAY');
    expect(projectIn(['assay', '--load=x.assay', 'notes.txt'], '/home/me')).toBeUndefined();
  });

  it('starts an engine again three times a minute and no more', () => {
    expect(mayRestart([1_000], 1_000)).toBe(true);
    expect(mayRestart([1_000, 2_000, 3_000], 3_000)).toBe(true);
    expect(mayRestart([1_000, 2_000, 3_000, 4_000], 4_000)).toBe(false);
    expect(mayRestart([1_000, 2_000, 3_000, 63_500], 63_500)).toBe(true);
  });
});
