import '@fontsource-variable/noto-sans/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@fontsource-variable/source-serif-4/wght-italic.css';
import '../styles/app.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { createRoot } from 'react-dom/client';
import { call } from '../data/client.ts';
import { hearNotices } from '../data/notices.ts';
import { speak, spokenFor, useLanguage } from '../i18n/index.ts';
import { listenForKeys, runCommand } from './commands.ts';
import { leave } from './place.ts';
import { Shell } from './shell.tsx';
import { wear } from './theme.ts';

const queries = new QueryClient({
  defaultOptions: {
    // The engine says what changed; nothing else makes an answer stale.
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
  },
});

function App() {
  const language = useLanguage();
  return (
    <I18nProvider locale={language}>
      <Shell />
    </I18nProvider>
  );
}

/** Puts the program in place of the first paint. */
export async function start(): Promise<void> {
  const root = document.querySelector('#root');
  if (!root) return;
  try {
    const { preferences } = await call('getPreferences', {});
    queries.setQueryData(['getPreferences', {}], { preferences });
    await wear(preferences);
  } catch {
    // The shell says what is wrong; here it only needs a language to say it in.
    await speak(spokenFor('system'));
  }
  hearNotices(queries, { run: runCommand, leave });
  listenForKeys();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}
