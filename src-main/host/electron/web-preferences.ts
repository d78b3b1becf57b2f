import type { WebPreferences } from 'electron';

/** Of every window. There is no preload script: pages reach the engine through their own origin and nothing else. */
export const WEB_PREFERENCES = {
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  contextIsolation: true,
  sandbox: true,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  plugins: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  // dictionaries would be fetched from the network
  spellcheck: false,
} as const satisfies WebPreferences;
