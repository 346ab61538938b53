import { useId, type ReactNode } from 'react';
import css from './section.module.css';

/** A titled part of a form or detail. */
export function Section(props: {
  readonly title: string;
  readonly about?: string;
  /** At the end of the title line. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}) {
  const id = useId();
  return (
    <section className={css['section']} aria-labelledby={id}>
      <header className={css['head']}>
        <h3 id={id} className={css['title']}>
          {props.title}
        </h3>
        {props.end}
      </header>
      {props.about !== undefined && <p className={css['about']}>{props.about}</p>}
      {props.children}
    </section>
  );
}

/** Fields beside each other where there is room. `lead`: two, the first for long names. */
export function FieldGrid({ lead = false, children }: { readonly lead?: boolean; readonly children: ReactNode }) {
  return (
    <div className={css['grid']} data-lead={lead || undefined}>
      {children}
    </div>
  );
}

/** Who this is: mark, name and one line about it, then facts as chips. */
export function EntryHead(props: {
  readonly mark: ReactNode;
  readonly title: string;
  readonly about: string;
  readonly chips?: ReactNode;
}) {
  return (
    <header className={css['entry']}>
      <div className={css['line']}>
        {props.mark}
        <div className={css['words']}>
          <p className={css['name']}>{props.title}</p>
          <p className={css['sub']}>{props.about}</p>
        </div>
      </div>
      {props.chips !== undefined && <div className={css['chips']}>{props.chips}</div>}
    </header>
  );
}
