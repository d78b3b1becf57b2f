import type { exchangeFolderCalls } from '#contract/exchange-folder.ts';
import type { Handlers } from './session.ts';

export const exchangeFolderHandlers: Handlers<keyof typeof exchangeFolderCalls> = {
  getExchangeFolder: async (session) => {
    const { exchangeStatus } = await import('./exchange-folder/watch.ts');
    return { exchange: exchangeStatus(session) };
  },

  exchangeNow: async (session) => {
    const { exchangeNow } = await import('./exchange-folder/watch.ts');
    return { exchange: await exchangeNow(session) };
  },

  leaveExchangeFolder: async (session) => {
    const { exchangeStatus, leaveFolder } = await import('./exchange-folder/watch.ts');
    leaveFolder(session);
    return { exchange: exchangeStatus(session) };
  },
};
