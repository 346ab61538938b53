import { memo } from 'react';
import type { OfflinePush } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Field, Select } from '../../../ui/field.tsx';
import { badgeModeOf, badgeModes, badgePatch, badgeRange } from '../model/badge.ts';
import { NumberField } from './number-field.tsx';
import { isSameBeside } from './same-beside.ts';
import css from './form.module.css';

/** What the push does to the number on the app icon. */
export const BadgeField = memo(function BadgeField(props: {
  readonly push: OfflinePush;
  readonly onPatch: (patch: Partial<OfflinePush>) => void;
  /** The number this message leads to on the phone that is looked at; null when it stays. */
  readonly becomes: number | null | undefined;
}) {
  const { push, onPatch, becomes } = props;
  const { t } = useWords();
  const mode = badgeModeOf(push);
  const label = t('compose.badge');
  return (
    <Field
      label={label}
      hint={becomes === null || becomes === undefined ? undefined : t('compose.badge.becomes', { n: becomes })}
    >
      {(ids) => (
        <div className={css['pair']}>
          <Select
            {...ids}
            value={mode}
            choices={badgeModes.map((value) => ({ value, label: t(`compose.badge.${value}`) }))}
            onChoose={(next) => onPatch(badgePatch(next))}
          />
          {(mode === 'set' || mode === 'add') && (
            <div className={css['short']}>
              <NumberField
                key={mode}
                needed
                label={t(`compose.badge.${mode}.number`)}
                value={mode === 'set' ? push.badgeSetNum : push.badgeAddNum}
                range={badgeRange[mode]}
                onNumber={(number) => onPatch(badgePatch(mode, number))}
              />
            </div>
          )}
        </div>
      )}
    </Field>
  );
}, isSameBeside);
