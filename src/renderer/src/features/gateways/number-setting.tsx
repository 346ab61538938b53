import { useId, useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { TextInput } from '../../ui/field.tsx';
import css from './gateway-pane.module.css';

interface NumberSettingProps {
  readonly label: string;
  readonly about: string;
  /** Stands after the number. */
  readonly unit: string;
  readonly most: number;
  /** 0: off. */
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number that is off while its field is empty. It counts once one leaves the field or presses Enter. */
export function NumberSetting({ label, about, unit, most, value, onChange }: NumberSettingProps) {
  const { t } = useWords();
  const id = useId();
  const stored = value === 0 ? '' : String(value);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? stored;
  const number = text.trim() === '' ? 0 : /^\d+$/.test(text.trim()) ? Number(text) : Number.NaN;
  const isRight = number >= 0 && number <= most;
  const settle = () => {
    if (!isRight) return;
    setTyped(null);
    if (number !== value) onChange(number);
  };
  return (
    <div className={css['setting']}>
      <label htmlFor={id}>{label}</label>
      <div>
        <span className={css['number']}>
          <TextInput
            id={id}
            inputMode="numeric"
            placeholder={t('gateways.number.off')}
            aria-describedby={`${id}-about`}
            aria-invalid={!isRight}
            value={text}
            onText={setTyped}
            onBlur={settle}
            onKeyDown={(event) => {
              if (event.key === 'Enter') settle();
              if (event.key === 'Escape') setTyped(null);
            }}
            after={unit}
          />
        </span>
        <p id={`${id}-about`} className={css['text']} data-error={!isRight || undefined}>
          {isRight ? about : t('gateways.number.wrong', { most })}
        </p>
      </div>
    </div>
  );
}
