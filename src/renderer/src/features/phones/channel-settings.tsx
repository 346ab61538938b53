import type { ChannelImportance, Device, PhoneLook } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { Field, Select } from '../../ui/field.tsx';
import { ToggleRow } from '../../ui/toggle-row.tsx';

const importances: readonly ChannelImportance[] = ['high', 'default', 'low', 'min', 'none'];

const previews = ['always', 'unlocked', 'never'] as const;

/** Without an entry the channel keeps what the push or the app asks for. */
const chosen = (channels: Device['channels'], id: string, value: ChannelImportance | ''): Device['channels'] => {
  const { [id]: _, ...others } = channels;
  return value === '' ? others : { ...others, [id]: value };
};

const appStyles = ['push', 'big-text', 'inbox', 'messaging', 'progress'] as const;

/** What the app’s own code makes of its pushes. */
export function AppMadeSettings({
  look,
  onLook,
}: {
  readonly look: PhoneLook;
  readonly onLook: (patch: Partial<PhoneLook>) => void;
}) {
  const { t } = useWords();
  const { appStyle, appButtons } = look;
  return (
    <section aria-label={t('phones.made')}>
      <h3>{t('phones.made')}</h3>
      <p>{t('phones.made.about')}</p>
      <Field label={t('phones.made.style')} hint={appStyle === 'progress' ? t('phones.made.progress') : undefined}>
        {(field) => (
          <Select
            {...field}
            value={appStyle}
            choices={appStyles.map((value) => ({ value, label: t(`phones.made.style.${value}`) }))}
            onChoose={(value) => onLook({ appStyle: value })}
          />
        )}
      </Field>
      {appStyle !== 'push' && (
        <ToggleRow label={t('phones.made.buttons')} on={appButtons} onChange={(on) => onLook({ appButtons: on })} />
      )}
    </section>
  );
}

/** What the owner of an Android phone made of the lock screen, of each channel of the app, and Do Not Disturb. */
export function ChannelSettings(props: {
  readonly device: Device;
  /** The channels that the app has; those the owner changed are listed too. */
  readonly channelIds: readonly string[];
  readonly onChannels: (channels: Device['channels']) => void;
  readonly onLook: (patch: Partial<PhoneLook>) => void;
}) {
  const { device, channelIds, onChannels, onLook } = props;
  const { t } = useWords();
  const { channels, look } = device;
  const ids = [...new Set([...channelIds, ...Object.keys(channels)])];
  const choices = [
    { value: '', label: t('phones.channel.asked') },
    ...importances.map((value) => ({ value, label: t(`phones.channel.${value}`) })),
  ] as const;
  return (
    <section aria-label={t('phones.look.notifications')}>
      <h3>{t('phones.look.notifications')}</h3>
      <ToggleRow
        label={t('phones.look.focus.do-not-disturb')}
        on={look.focus === 'do-not-disturb'}
        onChange={(on) => onLook({ focus: on ? 'do-not-disturb' : 'off' })}
      />
      <ToggleRow label={t('phones.look.rings')} on={look.rings} onChange={(rings) => onLook({ rings })} />
      <Field label={t('phones.look.lockScreen')}>
        {(field) => (
          <Select
            {...field}
            value={look.previews}
            choices={previews.map((value) => ({ value, label: t(`phones.look.lockScreen.${value}`) }))}
            onChoose={(value) => onLook({ previews: value })}
          />
        )}
      </Field>
      <p>{ids.length === 0 ? t('phones.channel.none-yet') : t('phones.channel.about')}</p>
      {ids.map((id) => (
        <Field key={id} label={t('phones.channel.one', { id })}>
          {(field) => (
            <Select
              {...field}
              value={channels[id] ?? ''}
              choices={choices}
              onChoose={(value) => onChannels(chosen(channels, id, value))}
            />
          )}
        </Field>
      ))}
    </section>
  );
}
