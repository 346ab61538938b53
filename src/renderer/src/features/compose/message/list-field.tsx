import { Plus, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { Field as FieldSpec } from '../../../../../shared/rest/field.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import type { FieldHelp } from '../../../ui/field-help.tsx';
import { HelpedLabel } from '../../../ui/field-help.tsx';
import { isValues, withRequired, type Values } from '../model/field-values.ts';
import css from './fields.module.css';

/** A list of objects: each with its fields and a way to take it out, and one more at the end. */
export function ListField(props: {
  readonly label: string;
  readonly help: FieldHelp;
  /** The controls of one entry. */
  readonly renderEntry: (values: Values, onChange: (values: Values) => void) => ReactNode;
  readonly fields: readonly FieldSpec[];
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}) {
  const { label, help, renderEntry, fields, value, onValue } = props;
  const { t } = useWords();
  const entries: readonly Values[] = Array.isArray(value) ? value.filter(isValues) : [];
  /** One per entry, so that taking one out does not move what is half typed in another. */
  const [keys, setKeys] = useState<readonly number[]>(() => entries.map((_, index) => index));
  const keyOf = (index: number) => keys[index] ?? `new ${index}`;
  const set = (next: readonly Values[]) => onValue(next.length > 0 ? next : undefined);
  return (
    <div role="group" aria-label={label} className={css['list']}>
      <div className={css['listHead']}>
        <HelpedLabel help={help}>{label}</HelpedLabel>
        <Button
          look="quiet"
          small
          icon={<Plus />}
          aria-label={t('compose.list.add', { what: label })}
          onClick={() => {
            setKeys([
              ...entries.map((_, index) => keys[index] ?? index),
              Math.max(-1, ...keys, entries.length - 1) + 1,
            ]);
            set([...entries, withRequired({}, fields)]);
          }}
        >
          {t('compose.list.addShort')}
        </Button>
      </div>
      {entries.map((entry, index) => (
        <div
          key={keyOf(index)}
          role="group"
          aria-label={t('compose.list.entry', { what: label, n: index + 1 })}
          className={css['entry']}
        >
          {renderEntry(entry, (next) => set(entries.with(index, withRequired(next, fields))))}
          <span className={css['entryRemove']}>
            <IconButton
              icon={<X />}
              small
              label={t('compose.list.remove', { what: label, n: index + 1 })}
              onClick={() => {
                setKeys(keys.toSpliced(index, 1));
                set(entries.toSpliced(index, 1));
              }}
            />
          </span>
        </div>
      ))}
    </div>
  );
}
