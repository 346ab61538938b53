import { useMemo } from 'react';
import type { Exchange } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { CodeEditor } from '../../../ui/code-editor.tsx';
import { CopyButton } from '../../../ui/copy.tsx';
import { Section } from './facts.tsx';
import css from './tab.module.css';

/** The exchange as the journal and the API have it. */
export function RawTab({ exchange }: { readonly exchange: Exchange }) {
  const { t } = useWords();
  const text = useMemo(() => JSON.stringify(exchange, null, 2), [exchange]);
  return (
    <div className={css['tab']}>
      <Section
        title={t('log.raw')}
        after={exchange.id}
        actions={<CopyButton text={text} label={t('log.raw')} words={t('log.raw.copy')} />}
      >
        <p className={css['quiet']}>{t('log.raw.about')}</p>
      </Section>
      <div className={css['editor']}>
        <div>
          <CodeEditor value={text} label={t('log.raw')} />
        </div>
      </div>
    </div>
  );
}
