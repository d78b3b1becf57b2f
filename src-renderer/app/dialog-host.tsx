import type { ComponentType } from 'react';
import { KeysDialog } from '../help/keys-dialog.tsx';
import { LicencesDialog } from '../help/licences-dialog.tsx';
import { ArticleDetails } from '../library/article-details.tsx';
import { ChoosePage } from '../library/choose-page-dialog.tsx';
import { CompareArticles } from '../library/compare-dialog.tsx';
import { DuplicatesDialog } from '../library/duplicates-dialog.tsx';
import { ImportSummary } from '../library/import-summary.tsx';
import { PasteArticle } from '../library/paste-article.tsx';
import { PreferencesDialog } from '../settings/preferences-dialog.tsx';
import { VerifyDialog } from '../settings/verify-dialog.tsx';
import { ImportClaimsDialog } from '../standards/import-claims-dialog.tsx';
import { MergeDialog } from '../team/merge-dialog.tsx';
import { PackDialog } from '../team/pack-dialog.tsx';
import type { DialogName } from './dialogs.ts';
import { Palette } from './palette.tsx';

const DIALOGS: Record<DialogName, ComponentType> = {
  palette: Palette,
  keys: KeysDialog,
  preferences: PreferencesDialog,
  licences: LicencesDialog,
  verify: VerifyDialog,
  pack: PackDialog,
  merge: MergeDialog,
  'article-details': ArticleDetails,
  'paste-article': PasteArticle,
  'import-summary': ImportSummary,
  'choose-page': ChoosePage,
  'compare-articles': CompareArticles,
  duplicates: DuplicatesDialog,
  'import-claims': ImportClaimsDialog,
};

/** The dialog that is open. In a chunk of its own: the window needs none of them to start. */
export default function DialogHost({ name }: { readonly name: DialogName }) {
  const Shown = DIALOGS[name];
  return <Shown />;
}
