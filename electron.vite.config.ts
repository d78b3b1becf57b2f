import { cpSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { sourcesNote } from './src-main/engine/built.mjs';

const at = (path: string) => resolve(import.meta.dirname, path);

/** The sample reads its articles and archived copies beside its code, which in the bundle is beside the engine. */
const sampleFiles = {
  name: 'sample-files',
  writeBundle: () => {
    for (const folder of ['articles', 'captures']) {
      cpSync(at(`src-main/engine/sample/${folder}`), at(`out/main/${folder}`), { recursive: true });
    }
  },
};

/** The look of the PDF report is read beside the code that prints it. */
const reportLook = {
  name: 'report-look',
  writeBundle: () => cpSync(at('src-main/reports/pdf/report.typ'), at('out/main/report.typ')),
};

/** The built reader and command line are started only where they are of the same sources. */
const builtOfSources = {
  name: 'built-of-sources',
  writeBundle: () => {
    for (const program of ['importer', 'command-line'] as const) {
      const { path, text } = sourcesNote(import.meta.dirname, program);
      writeFileSync(path, text);
    }
  },
};

/** The few styles of the first paint stand in the page itself, so that it waits for no second request. */
const firstPaintInPage: Plugin = {
  name: 'first-paint-in-page',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const page = bundle['index.html'];
    if (page?.type !== 'asset') return;
    page.source = String(page.source).replace(
      /<link rel="stylesheet"[^>]*href="\.\/([^"]+)"[^>]*>/,
      (link, name: string) => {
        const styles = bundle[name];
        return styles?.type === 'asset' ? `<style>${String(styles.source).trim()}</style>` : link;
      },
    );
  },
};

export default defineConfig({
  main: {
    plugins: [sampleFiles, reportLook, builtOfSources],
    build: {
      outDir: 'out/main',
      // what is loaded at each start of the reader or a command is in their own files: that saves a search through many folders
      externalizeDeps: { exclude: ['commander', 'franc-min', 'htmlparser2', 'zod'] },
      rollupOptions: {
        input: {
          main: at('src-main/host/electron/main.ts'),
          engine: at('src-main/host/electron/engine.ts'),
          importer: at('src-main/importers/main.ts'),
          'command-line': at('src-main/host/cli/start.ts'),
          'report-thread': at('src-main/reports/thread.ts'),
        },
        // chunks beside the entries, so that import.meta.dirname means the same in both
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  renderer: {
    root: at('src-renderer'),
    plugins: [react(), firstPaintInPage],
    build: {
      minify: true,
      target: 'chrome150',
      // the page's policy allows no data: fonts
      assetsInlineLimit: 0,
      manifest: true,
      outDir: at('out/renderer'),
      rollupOptions: { input: at('src-renderer/index.html') },
    },
  },
});
