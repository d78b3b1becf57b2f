import { closeDialog } from '../app/dialogs.ts';
import { useStore } from '../data/store.ts';
import { useWords } from '../i18n/index.ts';
import { asking, importFiles } from './import-articles.ts';
import { PageChooser } from './page-chooser.tsx';

/** The pages of an archive that was just imported: those chosen become articles. */
export function ChoosePage() {
  const say = useWords('library');
  const ask = useStore(asking);
  if (!ask) return null;
  const { source, pages, book } = ask;
  return (
    <PageChooser
      name={source.name}
      pages={pages}
      isBook={book !== undefined}
      action={say('import')}
      onClose={closeDialog}
      onChoose={(chosen) => {
        closeDialog();
        if (book !== undefined) {
          const chapters = chosen.map(({ number }) => number);
          void importFiles([{ ...source, chapters, replaces: book }]);
        } else void importFiles(chosen.map(({ number }) => ({ ...source, page: String(number) })));
      }}
    />
  );
}
