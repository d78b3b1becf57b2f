import { openFile } from '#store/open.ts';

// Another window: opens a project and keeps it until its parent lets go.
const project = openFile(process.argv[2]!, { now: 0 });
process.send!('open');
process.once('disconnect', () => project.close());
