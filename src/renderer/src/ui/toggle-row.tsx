import { useId, type ReactNode } from 'react';
import { Switch } from './field.tsx';
import css from './toggle-row.module.css';

/** A switch with its words beside it and what it means under them. */
export function ToggleRow(props: {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <div className={css['row']}>
      <Switch id={id} on={props.on} onChange={props.onChange} />
      <div className={css['words']}>
        <label htmlFor={id}>{props.label}</label>
        {props.hint !== undefined && <p className={css['hint']}>{props.hint}</p>}
      </div>
    </div>
  );
}
