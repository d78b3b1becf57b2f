import { MousePointerClick } from 'lucide-react';
import { useWords } from '../i18n/index.ts';
import { EmptyState } from '../ui/index.ts';

export function InspectorSide() {
  const say = useWords('app');
  return (
    <EmptyState icon={MousePointerClick} title={say('inspector.none')}>
      {say('inspector.noneHint')}
    </EmptyState>
  );
}
