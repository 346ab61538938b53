import { CircleCheck, CircleMinus } from 'lucide-react';
import type { PushEnvironment } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Section } from '../editor/section.tsx';
import css from './environments.module.css';

/** Where an APNs credential works. An empty list: it does not say. */
export function Environments({ works }: { readonly works: readonly PushEnvironment[] }) {
  const { t } = useWords();
  return (
    <Section title={t('credentials.environments')}>
      <ul className={css['cards']}>
        {(['sandbox', 'production'] as const).map((environment) => {
          const isIn = works.includes(environment);
          const Icon = isIn ? CircleCheck : CircleMinus;
          const state = works.length === 0 ? 'unknown' : isIn ? 'works' : 'not';
          return (
            <li key={environment} className={css['card']} data-in={isIn || undefined}>
              <p className={css['line']}>
                <Icon aria-hidden />
                <span className={css['name']}>{t(`credentials.environment.${environment}`)}</span>
                <span className={css['state']}>{t(`credentials.environment.${state}`)}</span>
              </p>
              <p className={css['about']}>{t(`credentials.environment.${environment}.about`)}</p>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
