import { ReferencesView } from '../references/references-view.tsx';
import { useCaller } from '../data/use-call.ts';
import { openArticle, openClaim, usePlace } from './place.ts';

/** The references of the project in the middle pane, in a chunk of their own. */
export default function ReferencesPlace() {
  const call = useCaller();
  const { reference } = usePlace();
  return (
    <ReferencesView
      key={reference}
      referenceId={reference}
      onGoToClaim={(id) => void call('getClaim', { id }).then(({ claim }) => openClaim(claim))}
      onGoToPlace={openArticle}
    />
  );
}
