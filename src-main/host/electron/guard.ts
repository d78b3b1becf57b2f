import type { Session, WebContents } from 'electron';
import { windowOf, type Windows } from './admission.ts';
import { mayDownload, mayNavigate } from './navigation.ts';
import { staysInside } from './network.ts';
import { permits } from './permissions.ts';

/** Lays the policies on everything that pages could do through their session. `windows` are the names of the open ones. */
export function guardSession(session: Session, windows: Windows): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(permits(permission, requestingUrl, isMainFrame, windows)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    permits(permission, origin, isMainFrame, windows),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !staysInside(url, windows) }));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (!mayDownload(item.getURL(), windows)) event.preventDefault();
  });
}

/** Lays the policies on one window's page: it goes nowhere, opens nothing and embeds nothing. */
export function guardPage(page: WebContents, own: string, offer: (address: string) => void): void {
  page.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  page.on('will-frame-navigate', (event) => {
    if (mayNavigate(event.url, event.isMainFrame, own)) return;
    event.preventDefault();
    if (event.isMainFrame && windowOf(event.initiator?.url ?? '', null, new Set([own]))) offer(event.url);
  });
  page.on('will-redirect', (event) => event.preventDefault());
  page.on('will-attach-webview', (event) => event.preventDefault());
  page.setWindowOpenHandler(({ url }) => {
    offer(url);
    return { action: 'deny' };
  });
}
