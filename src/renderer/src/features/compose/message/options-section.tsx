import { memo } from 'react';
import type { Message } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Field } from '../../../ui/field.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { patchMessage, patchPush } from '../model/message-draft.ts';
import { NumberField } from './number-field.tsx';
import { SwitchRow } from './switch-row.tsx';
import css from './form.module.css';

/** MsgLifeTime: up to seven days, which is also what an absent value means. */
const lifetime = { min: 0, max: 604_800 };

/** What makes the backend push or not push, beside the text. */
export const OptionsSection = memo(function OptionsSection(props: {
  readonly onlineUserOnly: boolean;
  readonly lifetimeSeconds: number | undefined;
  readonly isSystem: boolean;
  /** PushFlag 1. */
  readonly isFlagOff: boolean;
}) {
  const { onlineUserOnly, lifetimeSeconds, isSystem, isFlagOff } = props;
  const { t } = useWords();
  const { compose } = useStores();
  const patch = (fields: Partial<Message>) => compose.edit((draft) => patchMessage(draft, fields));
  const set = [onlineUserOnly, lifetimeSeconds !== undefined, isSystem, isFlagOff].filter(Boolean).length;
  return (
    <section className={css['section']} aria-label={t('compose.options')}>
      <Fold title={t('compose.options')} note={set > 0 ? t('compose.set', { n: set }) : undefined} startsOpen={set > 0}>
        <div className={css['fields']}>
          <SwitchRow
            label={t('compose.options.online')}
            about={t('compose.options.online.about')}
            on={onlineUserOnly}
            onChange={(on) => patch({ onlineUserOnly: on })}
          />
          <Field label={t('compose.options.lifetime')} hint={t('compose.options.lifetime.about')}>
            {({ id }) => (
              <NumberField
                id={id}
                label={t('compose.options.lifetime')}
                value={lifetimeSeconds}
                range={lifetime}
                placeholder={String(lifetime.max)}
                after={t('compose.unit.seconds')}
                onNumber={(seconds) => patch({ lifetimeSeconds: seconds })}
              />
            )}
          </Field>
          <SwitchRow
            label={t('compose.options.system')}
            about={t('compose.options.system.about')}
            on={isSystem}
            onChange={(on) => patch({ messageClass: on ? 'system' : 'chat' })}
          />
          <SwitchRow
            label={t('compose.options.flag')}
            about={t('compose.options.flag.about')}
            on={isFlagOff}
            onChange={(disabled) => compose.edit((draft) => patchPush(draft, { disabled }))}
          />
        </div>
      </Fold>
    </section>
  );
});
