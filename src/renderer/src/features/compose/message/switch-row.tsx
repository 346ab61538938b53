import { useId } from 'react';
import { Switch } from '../../../ui/field.tsx';
import css from './form.module.css';

/** A choice that is on or off, with a line on what it does. */
export function SwitchRow(props: {
  readonly label: string;
  readonly about?: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}) {
  const id = useId();
  return (
    <div className={css['switchRow']}>
      <label htmlFor={id} className={css['switchWords']}>
        <span>{props.label}</span>
        {props.about !== undefined && <span className={css['about']}>{props.about}</span>}
      </label>
      <Switch id={id} on={props.on} onChange={props.onChange} />
    </div>
  );
}
