import type { Area } from '../keys.ts';
import { app } from './app.ts';
import { editor } from './editor.ts';
import { help } from './help.ts';
import { inspector } from './inspector.ts';
import { library } from './library.ts';
import { questions } from './questions.ts';
import { references } from './references.ts';
import { settings } from './settings.ts';
import { standards } from './standards.ts';
import { verdicts } from './verdicts.ts';
import { words } from './words.ts';

export const ru = {
  app,
  editor,
  help,
  inspector,
  library,
  questions,
  references,
  settings,
  standards,
  verdicts,
  words,
} satisfies Record<Area, Readonly<Record<string, string>>>;
