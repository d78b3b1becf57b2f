import { usePlace } from '../app/place.ts';
import { useStore } from '../data/store.ts';
import { useQueryCall } from '../data/use-call.ts';
import { useWords } from '../i18n/index.ts';
import { Checkbox, Select } from '../ui/index.ts';
import { changeWanted, wanted } from './wanted.ts';
import css from './reports.module.css';

/** The whole project, some of its articles, or a question. */
export function ScopeChoice() {
  const say = useWords('reports');
  const { about, articles: chosen, question } = useStore(wanted);
  const { article: open } = usePlace();
  const articles = useQueryCall('listArticles', {}).data?.articles ?? [];
  const claims = useQueryCall('listClaims', {}, { enabled: about === 'question' }).data?.claims ?? [];
  const questions = claims.flatMap((claim) => claim.questions);
  const choose = (to: typeof about) => {
    // the article that is being read is the likeliest one
    const first = to === 'some' && chosen.length === 0 && open !== null ? { articles: [open] } : {};
    changeWanted({ about: to, ...first });
  };
  return (
    <div className={css['group']}>
      <Select
        label={say('scope')}
        value={about}
        options={(['whole', 'some', 'question'] as const).map((id) => ({ id, label: say(`scope.${id}`) }))}
        onChange={choose}
      />
      {about === 'some' && (
        <fieldset className={css['list']}>
          <legend className="unseen">{say('articles')}</legend>
          {articles.map(({ id, title }) => (
            <Checkbox
              key={id}
              isSelected={chosen.includes(id)}
              onChange={(isChosen) =>
                changeWanted({
                  articles: isChosen ? [...chosen, id] : chosen.filter((one) => one !== id),
                })
              }
            >
              <span className={css['cut']} title={title}>
                {title}
              </span>
            </Checkbox>
          ))}
        </fieldset>
      )}
      {about === 'question' &&
        (questions.length === 0 ? (
          <p className={css['soft']}>{say('noQuestions')}</p>
        ) : (
          <Select
            label={say('question')}
            value={question}
            options={questions.map(({ id, text }) => ({ id, label: text }))}
            onChange={(id) => changeWanted({ question: id })}
          />
        ))}
    </div>
  );
}
