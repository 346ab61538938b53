import { memo } from 'react';
import type { LegacyPush } from '../../../../../shared/contract/index.ts';
import { legacyPush } from '../../../../../shared/rest/push-fields.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Fold } from '../../../ui/fold.tsx';
import { countSet } from '../model/field-values.ts';
import { patchMessage } from '../model/message-draft.ts';
import { SdkCode } from './sdk-code.tsx';
import { SwitchRow } from './switch-row.tsx';
import { TableFields } from './table-fields.tsx';
import { Unknown } from './vendor-settings.tsx';
import css from './form.module.css';

/** The settings of one message in the SDKs before V2TIM. A sender who set none has none. */
export const LegacySection = memo(function LegacySection({ settings }: { readonly settings: LegacyPush | undefined }) {
  const { t } = useWords();
  const { compose } = useStores();
  const set = (next: LegacyPush | undefined) => compose.edit((draft) => patchMessage(draft, { legacyPush: next }));
  const count = settings ? countSet({ ...settings }, legacyPush) : 0;
  return (
    <section className={css['section']} aria-label={t('compose.legacy')}>
      <Fold title={t('compose.legacy')} note={settings ? t('compose.set', { n: count }) : undefined}>
        <div className={css['fields']}>
          <SwitchRow
            label={t('compose.legacy.use')}
            about={t('compose.legacy.about')}
            on={settings !== undefined}
            onChange={(on) => set(on ? {} : undefined)}
          />
          {settings && (
            <>
              <TableFields
                place="TIMMessageOfflinePushSettings"
                fields={legacyPush}
                values={{ ...settings }}
                onChange={(next) => set(next)}
              />
              <Unknown names={Object.keys(settings.extra ?? {})} />
              <SdkCode form="java" />
            </>
          )}
        </div>
      </Fold>
    </section>
  );
});
