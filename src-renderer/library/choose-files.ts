import { ARTICLE_ENDINGS, articlesAmong } from '#domain/source-files.ts';
import { importFiles, type Source } from './import-articles.ts';

function choose(prepare: (input: HTMLInputElement) => void, take: (files: File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  prepare(input);
  // kept in the page until the chooser answers: a loose input may be collected under it, and the choice with it
  input.hidden = true;
  document.body.append(input);
  input.addEventListener('change', () => {
    input.remove();
    take([...(input.files ?? [])]);
  });
  input.addEventListener('cancel', () => input.remove());
  input.click();
}

export function chooseFiles(): void {
  choose(
    (input) => {
      // a file chooser knows nothing of endings with two dots
      const endings = new Set(ARTICLE_ENDINGS.map((ending) => `.${ending.split('.').at(-1)}`));
      input.accept = [...endings, 'text/plain', 'text/markdown', 'text/html'].join();
    },
    (files) => void importFiles(files.map((file) => ({ name: file.name, content: file }))),
  );
}

export function chooseFolder(): void {
  choose(
    (input) => {
      input.webkitdirectory = true;
    },
    (files) => {
      const sources = files.map((file) => ({ name: file.webkitRelativePath || file.name, content: file }));
      const { articles, others } = articlesAmong(sources, (source) => source.name);
      void importFiles(articles, others);
    },
  );
}

/** What was dropped on the window: files, and the readable files of folders and their folders. */
export async function importDropped(data: DataTransfer): Promise<void> {
  const entries = [...data.items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const sources: Source[] = [];
  let skipped = 0;
  for (const { entry, file } of entries) {
    if (entry && isFolder(entry)) {
      const { articles, others } = articlesAmong(await filesIn(entry), (source) => source.name);
      sources.push(...articles);
      skipped += others;
    } else if (file) sources.push({ name: file.name, content: file });
  }
  await importFiles(sources, skipped);
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

async function filesIn(folder: FileSystemDirectoryEntry): Promise<Source[]> {
  const reader = folder.createReader();
  const found: Source[] = [];
  for (;;) {
    // A reader gives a hundred entries at a time, and none when it is through.
    const entries = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (entries.length === 0) return found;
    for (const entry of entries) {
      if (isFolder(entry)) found.push(...(await filesIn(entry)));
      else if (isFile(entry)) {
        const content = await new Promise<File>((resolve, reject) => {
          entry.file(resolve, reject);
        });
        found.push({ name: entry.fullPath.replace(/^\//, ''), content });
      }
    }
  }
}
