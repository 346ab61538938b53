import { BookOpen, History } from 'lucide-react';
import type { Exchange, ModernRequest } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { CopyButton } from '../../../ui/copy.tsx';
import { Sure } from '../../../ui/marks.tsx';
import { useAnswer } from '../use-exchange.ts';
import { SourceLine } from './explanation-card.tsx';
import { Section } from './facts.tsx';
import { asHttpText, mayBeRetired } from './modern-text.ts';
import css from './tab.module.css';

function ModernSection({ modern }: { readonly modern: ModernRequest }) {
  const { t, say } = useWords();
  const text = asHttpText(modern);
  return (
    <Section
      title={t('log.modern.title')}
      after={modern.count > 1 ? t('log.modern.first-of', { count: modern.count }) : undefined}
      actions={<CopyButton text={text} label={t('log.modern.copy')} />}
    >
      <div className={css['stack']}>
        <div className={css['note']}>
          <History aria-hidden />
          <div>
            {t('log.modern.form', { form: modern.form })}
            {modern.notes.map((note) => (
              <span key={note.id}> {say(note)}</span>
            ))}
          </div>
        </div>
        <pre className={css['code']} aria-label={t('log.modern.request')}>
          {text}
        </pre>
        <footer className={css['cite']}>
          <BookOpen aria-hidden />
          <SourceLine source={modern.source} />
          <Sure certainty={modern.certainty} />
        </footer>
      </div>
    </Section>
  );
}

/** What is sent today in place of a request that came by a way in the vendor closed; nothing for any other exchange. */
export function Modern({ exchange }: { readonly exchange: Exchange }) {
  const { client } = useStores();
  const id = mayBeRetired(exchange) ? exchange.id : '';
  const { value } = useAnswer(id, () => client.exchanges.draft({ id }));
  return value?.modern ? <ModernSection modern={value.modern} /> : null;
}
