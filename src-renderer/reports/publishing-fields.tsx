import { useStore } from '../data/store.ts';
import { useWords } from '../i18n/index.ts';
import { Checkbox, TextField } from '../ui/index.ts';
import { changeWanted, wanted } from './wanted.ts';
import css from './reports.module.css';
import { isAddress } from '../ui/address.ts';

/** What only the formats for other programs need, where the chosen one does. */
export function PublishingFields() {
  const say = useWords('reports');
  const { format, publishing, options } = useStore(wanted);
  const change = (some: Partial<typeof publishing>) =>
    changeWanted({ publishing: { ...publishing, ...some } });
  // what is wrong takes the hint's place, so that nothing moves
  const told = (text: string, hint: string) => (isAddress(text) ? { hint } : { error: say('noAddress') });
  switch (format) {
    case 'claimreview':
    case 'claimreview-page':
      return (
        <div className={css['publishing']} role="group" aria-label={say('publishing')}>
          <TextField
            label={say('address')}
            placeholder="https://"
            value={publishing.address}
            onChange={(address) => change({ address })}
            {...told(publishing.address, say('addressHint'))}
          />
          <TextField
            label={say('teamAddress')}
            placeholder="https://"
            value={publishing.teamAddress}
            onChange={(teamAddress) => change({ teamAddress })}
            {...told(
              publishing.teamAddress,
              say(options.team.trim() === '' ? 'teamAddressNeedsName' : 'teamAddressHint'),
            )}
          />
        </div>
      );
    case 'averitec':
      return (
        <Checkbox
          isSelected={publishing.questionsFromEvidence}
          onChange={(questionsFromEvidence) => change({ questionsFromEvidence })}
        >
          {say('questionsFromEvidence')}
        </Checkbox>
      );
    default:
      return null;
  }
}
