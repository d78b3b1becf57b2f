import { Split, PackageOpen, PackagePlus } from 'lucide-react';
import { keysOf, runCommand } from '../app/commands.ts';
import { openDialog } from '../app/dialogs.ts';
import { Waiting } from '../app/waiting.tsx';
import { sentenceOf, useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Button, EmptyState, Keys, Page } from '../ui/index.ts';
import { DeviceList } from './device-list.tsx';
import { FolderSection } from './folder-section.tsx';
import { MateKeys } from './mate-keys.tsx';
import { MergeList } from './merge-list.tsx';
import { OwnKey } from './own-key.tsx';
import css from './team.module.css';

/** Everything about working with others: whose keys are known, what goes out, what came in. */
export default function TeamView() {
  const say = useWords('team');
  const app = useWords('app');
  const { data, error } = useQueryCall('getIdentity', {});
  if (error) return <EmptyState title={app('failed')}>{sentenceOf(error)}</EmptyState>;
  if (!data) return <Waiting />;
  return (
    <Page title={say('title')} explain={say('explain')}>
      <div className={css['deeds']}>
        <Button icon={PackagePlus} look="primary" onPress={() => openDialog.set('pack')}>
          {say('pack')} <Keys keys={keysOf('pack') ?? ''} />
        </Button>
        <Button icon={PackageOpen} onPress={() => openDialog.set('merge')}>
          {say('merge')} <Keys keys={keysOf('merge') ?? ''} />
        </Button>
        <Button icon={Split} look="quiet" onPress={() => runCommand('go-conflicts')}>
          {say('conflicts.title')} <Keys keys={keysOf('go-conflicts') ?? ''} />
        </Button>
      </div>
      <FolderSection />
      <OwnKey identity={data.identity} />
      <MateKeys />
      <MergeList />
      <DeviceList />
    </Page>
  );
}
