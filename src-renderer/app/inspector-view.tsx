import { ArticleInspector } from '../inspector/article-inspector.tsx';
import { ClaimInspector } from '../inspector/claim-inspector.tsx';
import { chooseClaim, openArticle, openReference } from './place.ts';

type Shown = { readonly claim: string } | { readonly article: string };

/** The right pane's content, in a chunk of its own. */
export default function InspectorView(shown: Shown) {
  if ('article' in shown) {
    const { article } = shown;
    return (
      <ArticleInspector
        key={article}
        articleId={article}
        onGoToPlace={(place) => openArticle(article, place)}
      />
    );
  }
  const { claim } = shown;
  return (
    <ClaimInspector
      claimId={claim}
      onGoToOccurrence={({ article, start, end }) => {
        openArticle(article, { start, end });
        chooseClaim(claim);
      }}
      onSelectClaim={chooseClaim}
      onOpenReference={openReference}
    />
  );
}
