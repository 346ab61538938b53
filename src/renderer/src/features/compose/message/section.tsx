import type { ReactNode } from 'react';
import css from './form.module.css';

/** A part of the form under its own heading. */
export function Section(props: {
  readonly title: string;
  /** The name of the same thing in the backend's own words. */
  readonly term?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={css['section']} aria-label={props.title}>
      <header className={css['sectionHead']}>
        <h3 className={css['sectionTitle']}>{props.title}</h3>
        {props.term !== undefined && <code className={css['term']}>{props.term}</code>}
        {props.action !== undefined && <span className={css['sectionAction']}>{props.action}</span>}
      </header>
      {props.children}
    </section>
  );
}
