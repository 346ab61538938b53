import { BookOpen, OctagonX, TriangleAlert } from 'lucide-react';
import type { Explanation, Source } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { CodeLink } from '../../codes/index.ts';
import { Sure } from '../../../ui/marks.tsx';
import type { Explained } from './explained.ts';
import css from './explanation-card.module.css';

/** Where a rule is written, and when somebody last read it there. */
export function SourceLine({ source }: { readonly source: Source }) {
  const { t } = useWords();
  const checked = t('log.source.checked', { day: source.checked });
  return (
    <span className={css['source']}>
      {source.url === undefined ? (
        source.title
      ) : (
        <a href={source.url} target="_blank" rel="noreferrer">
          {source.title}
        </a>
      )}{' '}
      <span className={css['checked']}>{checked}</span>
    </span>
  );
}

/** A «no» with its reasons: the sentence and the raw code, then what was found, why, and what to do. */
export function ExplanationCard({
  explained,
  isPartly,
  code = null,
}: {
  readonly explained: Explained;
  readonly isPartly: boolean;
  /** Leads to the page of the code. */
  readonly code?: Pick<Explanation, 'vendor' | 'code'> | null;
}) {
  const { t, say } = useWords();
  const Icon = isPartly ? TriangleAlert : OctagonX;
  return (
    <section className={css['card']} data-tone={isPartly ? 'warning' : 'rejected'} aria-label={t('log.explanation')}>
      <header className={css['head']}>
        <Icon aria-hidden />
        <h3 className={css['title']}>{say(explained.title)}</h3>
        {explained.code !== '' && (
          <code className={css['code']}>
            {code ? (
              <CodeLink vendor={code.vendor} code={code.code}>
                {explained.code}
              </CodeLink>
            ) : (
              explained.code
            )}
          </code>
        )}
      </header>
      {explained.rows.length > 0 && (
        <dl className={css['rows']}>
          {explained.rows.map(({ id, phrase }) => (
            <div key={id} className={css['row']}>
              <dt>{t(`log.explanation.${id}`)}</dt>
              <dd>{typeof phrase === 'string' ? <code>{phrase}</code> : say(phrase)}</dd>
            </div>
          ))}
        </dl>
      )}
      {(explained.source ?? explained.certainty) && (
        <footer className={css['foot']}>
          {explained.source && <BookOpen aria-hidden />}
          {explained.source && <SourceLine source={explained.source} />}
          {explained.certainty && <Sure certainty={explained.certainty} />}
        </footer>
      )}
    </section>
  );
}
