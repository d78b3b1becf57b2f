import { useWords } from '../i18n/index.ts';
import { ToastRegion } from '../ui/toast-region.tsx';

export function Shell() {
  const say = useWords('app');
  return (
    <>
      <p>{say('loading')}</p>
      <ToastRegion />
    </>
  );
}
