import type { Area } from '../keys.ts';
import { app } from './app.ts';
import { editor } from './editor.ts';
import { help } from './help.ts';
import { imports } from './imports.ts';
import { inspector } from './inspector.ts';
import { library } from './library.ts';
import { questions } from './questions.ts';
import { reading } from './reading.ts';
import { references } from './references.ts';
import { reports } from './reports.ts';
import { revisions } from './revisions.ts';
import { settings } from './settings.ts';
import { standards } from './standards.ts';
import { team } from './team.ts';
import { verdicts } from './verdicts.ts';
import { words } from './words.ts';

export const ru = {
  app,
  editor,
  help,
  imports,
  inspector,
  library,
  questions,
  reading,
  references,
  reports,
  revisions,
  settings,
  standards,
  team,
  verdicts,
  words,
} satisfies Record<Area, Readonly<Record<string, string>>>;
