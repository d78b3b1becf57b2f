import { openFile } from '#store/open.ts';

try {
  openFile(process.argv[2]!, { now: 0 }).close();
  process.send!({ code: 'opened', message: '' });
} catch (error) {
  const { code, message } = error as Error & { code: string };
  process.send!({ code, message });
}
