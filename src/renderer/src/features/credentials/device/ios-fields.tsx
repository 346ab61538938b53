import { useWords } from '../../../i18n/index.ts';
import { TextInput } from '../../../ui/field.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { TextField } from '../editor/fields.tsx';
import { Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import type { DeviceForm } from '../model/device-form.ts';
import css from './token-field.module.css';

const types = ['alert', 'sound', 'badge'] as const;

/** What iOS alone has: what the person granted the app, and tokens beside the one for notifications. */
export function IosFields({ editor }: { readonly editor: Editor<DeviceForm> }) {
  const { t } = useWords();
  const { value, set, errorOf } = editor;
  const error = errorOf('liveActivities');
  return (
    <Section title={t('credentials.device.ios')}>
      {types.map((type) => (
        <ToggleRow
          key={type}
          label={t(`credentials.granted.${type}`)}
          hint={type === 'alert' ? t('credentials.granted.hint') : undefined}
          on={value.grantedTypes[type]}
          onChange={(on) => set({ grantedTypes: { ...value.grantedTypes, [type]: on } })}
        />
      ))}
      <div className={css['token']}>
        <TextField
          label={t('credentials.field.voipToken')}
          hint={t('credentials.field.voipToken.hint')}
          value={value.voipToken ?? ''}
          onText={(text) => set({ voipToken: text.trim() === '' ? null : text.trim() })}
          mono
        />
      </div>
      <Section title={t('credentials.liveActivity')} about={t('credentials.liveActivity.about')}>
        <RowList
          label={t('credentials.liveActivity')}
          rows={value.liveActivities}
          onChange={(rows) => set({ liveActivities: [...rows] })}
          blank={['', '']}
          addLabel={t('credentials.liveActivity.add')}
          removeLabel={([id]) => t('credentials.liveActivity.remove', { id })}
          empty={t('credentials.liveActivity.none')}
          render={([id, token], change, index) => (
            <>
              <TextInput
                aria-label={t('credentials.liveActivity.id', { n: index + 1 })}
                aria-invalid={error !== undefined}
                placeholder={t('credentials.liveActivity.id.placeholder')}
                mono
                value={id}
                onText={(next) => change([next, token])}
              />
              <TextInput
                aria-label={t('credentials.liveActivity.token', { n: index + 1 })}
                placeholder={t('credentials.liveActivity.token.placeholder')}
                mono
                value={token}
                onText={(next) => change([id, next])}
              />
            </>
          )}
        />
        {error !== undefined && (
          <p className={css['error']} role="alert">
            {error}
          </p>
        )}
      </Section>
    </Section>
  );
}
