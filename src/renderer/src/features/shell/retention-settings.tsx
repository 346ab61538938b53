import { useState } from 'react';
import type { Settings } from '../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { FailureNote } from '../../ui/notes.tsx';

type Retention = Settings['retention'];
type Limit = keyof Retention;

/** How each limit is typed: in these units, between these bounds. */
const limits = [
  { limit: 'maxExchanges', unit: 1, least: 100, most: 100_000_000 },
  { limit: 'maxBytes', unit: 1_000_000, least: 20, most: 1_000_000 },
  { limit: 'maxAgeDays', unit: 1, least: 1, most: 3650 },
] as const;

interface RetentionSettingsProps {
  readonly retention: Retention;
  readonly onApply: (retention: Retention) => Promise<void>;
}

/** How much of the log is kept. Each field takes effect when it is left or Enter is pressed; an empty one sets no limit. */
export function RetentionSettings({ retention, onApply }: RetentionSettingsProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState<Partial<Record<Limit, string>>>({});
  const [failure, setFailure] = useState<CallFailure | null>(null);
  return (
    <>
      {limits.map(({ limit, unit, least, most }) => {
        const kept = retention[limit];
        const text = typed[limit] ?? (kept === null ? '' : String(kept / unit));
        const value = Number(text);
        const isWrong = text !== '' && !(/^\d{1,9}$/.test(text.trim()) && value >= least && value <= most);
        const apply = () => {
          const next = text.trim() === '' ? null : value * unit;
          if (isWrong || next === kept) return;
          onApply({ ...retention, [limit]: next }).then(
            () => setFailure(null),
            (error: unknown) => setFailure(asCallFailure(error)),
          );
        };
        return (
          <Field
            key={limit}
            label={t(`settings.retention.${limit}`)}
            hint={t(`settings.retention.${limit}.about`)}
            error={isWrong ? t('settings.retention.wrong', { least, most }) : undefined}
          >
            {(ids) => (
              <TextInput
                {...ids}
                inputMode="numeric"
                value={text}
                onText={(next) => setTyped({ ...typed, [limit]: next })}
                onBlur={apply}
                onKeyDown={(event) => event.key === 'Enter' && apply()}
              />
            )}
          </Field>
        );
      })}
      {failure && <FailureNote failure={failure} />}
    </>
  );
}
