/**
 * Chromium's part of "no network": a content security policy does not stop name look-ups, so no name resolves at all,
 * what still asks is sent to a proxy that does not exist, and WebRTC may not go around it.
 */
export const SWITCHES: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ^NOTFOUND'],
  ['proxy-server', 'socks5://127.0.0.1:1'],
  ['proxy-bypass-list', '<-loopback>'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['dns-prefetch-disable'],
  ['no-pings'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
];
