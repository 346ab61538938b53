import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { CopyButton } from '../../../ui/copy.tsx';
import css from './facts.module.css';

/** A part of a tab with a small heading. */
export function Section({
  title,
  after,
  actions,
  children,
}: {
  readonly title: string;
  /** Beside the heading, quieter. */
  readonly after?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={css['section']} aria-label={title}>
      <h3 className={css['title']}>
        {title}
        {after !== undefined && <span className={css['after']}>{after}</span>}
        {actions !== undefined && <span className={css['actions']}>{actions}</span>}
      </h3>
      {children}
    </section>
  );
}

export interface Fact {
  readonly id: string;
  readonly label: string;
  readonly value: ReactNode;
  readonly mono?: boolean;
  /** The whole text, when it can be copied; it is cut to one line then. */
  readonly copy?: string;
}

/** Names and values, aligned. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  const { t } = useWords();
  return (
    <dl className={css['facts']}>
      {facts.map(({ id, label, value, mono = false, copy }) => (
        <div key={id} className={css['fact']}>
          <dt>{label}</dt>
          <dd data-mono={mono || undefined} title={copy}>
            {copy === undefined ? value : <span>{value}</span>}
            {copy !== undefined && <CopyButton text={copy} label={t('log.copy', { what: label })} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}
