import type { Claim } from '#contract/nouns.ts';
import { useWords } from '../i18n/index.ts';
import { isAddress } from '../ui/address.ts';
import type { EditClaim } from './edit-claim.ts';
import { SavedText } from './saved-text.tsx';

/** Where the claim was published, and where the finished check of it stands. */
export function SourceFields({ claim, edit }: { readonly claim: Claim; readonly edit: EditClaim }) {
  const say = useWords('inspector');
  const refuse = (text: string) => (isAddress(text) ? undefined : say('addressForm'));
  return (
    <>
      <SavedText
        label={say('reportedBy')}
        hint={say('reportedByHint')}
        value={claim.reportedBy}
        save={(reportedBy) => edit({ reportedBy })}
      />
      <SavedText
        label={say('claimAddress')}
        placeholder="https://"
        refuse={refuse}
        value={claim.address}
        save={(address) => edit({ address })}
      />
      <SavedText
        label={say('cachedAddress')}
        placeholder="https://"
        refuse={refuse}
        value={claim.cachedAddress}
        save={(cachedAddress) => edit({ cachedAddress })}
      />
      <SavedText
        label={say('checkAddress')}
        placeholder="https://"
        refuse={refuse}
        value={claim.checkAddress}
        save={(checkAddress) => edit({ checkAddress })}
      />
    </>
  );
}
