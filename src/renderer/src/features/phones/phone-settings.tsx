import { SlidersHorizontal } from 'lucide-react';
import type { App, Device, ForegroundOptions, PhoneLook } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { FailureNote } from '../../ui/notes.tsx';
import { Popover } from '../../ui/popover.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { ToggleRow } from '../../ui/toggle-row.tsx';
import { isAccessibilitySize, textSizes } from './look.ts';
import { AppMadeSettings, ChannelSettings } from './channel-settings.tsx';
import { displayFactor, displaySizes } from './skins/display-size.ts';
import { androidTextSizes, fontScaleOf } from './skins/font-scale.ts';
import { baseModelOf, modelsFor, skinOf } from './skins/models.ts';
import { phoneLocales } from './skins/words.ts';
import { useAction } from './use-action.ts';
import css from './phone-settings.module.css';

const wallpapers = ['standard', 'light', 'dark', 'busy'] as const;
const clocks = ['language', '12', '24'] as const;
const previews = ['always', 'unlocked', 'never'] as const;
const displays = ['stack', 'list', 'count'] as const;
const focuses = ['off', 'do-not-disturb', 'allows-app'] as const;
const options = ['banner', 'list', 'sound', 'badge'] as const;

/** The phone's languages, with the one in use when it is none of the offered. */
const localeChoices = (locale: string) =>
  phoneLocales.some((one) => one.value === locale) ? phoneLocales : [...phoneLocales, { value: locale, label: locale }];

const themes = ['window', 'light', 'dark'] as const;

interface Part {
  readonly device: Device;
  readonly change: (patch: Partial<PhoneLook>) => void;
}

/** One setting of the look out of a few values, named by the catalogue. */
function LookSelect<K extends 'wallpaper' | 'clock' | 'previews' | 'displayAs' | 'focus'>(
  props: Part & { readonly name: K; readonly values: readonly PhoneLook[K][] },
) {
  const { device, change, name, values } = props;
  const { t } = useWords();
  return (
    <Field label={t(`phones.look.${name}`)}>
      {(ids) => (
        <Select
          {...ids}
          value={device.look[name]}
          choices={values.map((value) => ({ value, label: t(`phones.look.${name}.${value}`) }))}
          onChoose={(value) => change({ [name]: value })}
        />
      )}
    </Field>
  );
}

/** Font size and display size of an Android phone: together they decide how many letters a line has. */
function AndroidSizes({ device, change }: Part) {
  const { t } = useWords();
  const { look } = device;
  const { width } = baseModelOf(device);
  const factor = displayFactor(width, look.displaySize);
  return (
    <>
      <Field label={t('phones.look.textSize')}>
        {(ids) => (
          <Select
            {...ids}
            value={androidTextSizes.find((size) => fontScaleOf(size) === fontScaleOf(look.textSize)) ?? 'l'}
            choices={androidTextSizes.map((value) => ({
              value,
              label: t('phones.look.textSize.percent', { percent: Math.round(fontScaleOf(value) * 100) }),
            }))}
            onChoose={(textSize) => change({ textSize })}
          />
        )}
      </Field>
      <Field label={t('phones.look.displaySize')}>
        {(ids) => (
          <Select
            {...ids}
            value={displaySizes(width).find((one) => one.factor === factor)?.id ?? 'default'}
            choices={displaySizes(width).map((one) => ({
              value: one.id,
              label: t(`phones.look.displaySize.${one.id}`, { width: Math.round(width / one.factor) }),
            }))}
            onChoose={(displaySize) => change({ displaySize })}
          />
        )}
      </Field>
    </>
  );
}

function Appearance(
  props: Part & { readonly onDevice: (patch: Partial<Pick<Device, 'model' | 'locale' | 'theme'>>) => void },
) {
  const { device, change, onDevice } = props;
  const { t } = useWords();
  const { look } = device;
  const skin = skinOf(device);
  const isIos = device.platform === 'ios';
  return (
    <section aria-label={t('phones.look.appearance')}>
      <h3>{t('phones.look.appearance')}</h3>
      <Field label={t('phones.look.model')}>
        {(ids) => (
          <Select
            {...ids}
            value={baseModelOf(device).id}
            choices={modelsFor(device.platform).map(({ id, label, width }) => ({
              value: id,
              label: t('phones.look.modelWidth', { model: label, width }),
            }))}
            onChoose={(model) => onDevice({ model })}
          />
        )}
      </Field>
      <Field label={t('phones.look.locale')}>
        {(ids) => (
          <Select
            {...ids}
            value={device.locale}
            choices={localeChoices(device.locale)}
            onChoose={(locale) => onDevice({ locale })}
          />
        )}
      </Field>
      <div className={css['theme']}>
        <span aria-hidden>{t('phones.look.theme')}</span>
        <Segmented
          label={t('phones.control.theme')}
          wide
          value={device.theme}
          segments={themes.map((value) => ({ value, label: t(`phones.theme.${value}`) }))}
          onChange={(theme) => onDevice({ theme })}
        />
      </div>
      {!isIos && <AndroidSizes device={device} change={change} />}
      {isIos && skin.textSizes && (
        <Field
          label={t('phones.look.textSize')}
          hint={isAccessibilitySize(look.textSize) ? t('phones.look.textSize.ax') : undefined}
        >
          {(ids) => (
            <Select
              {...ids}
              value={look.textSize}
              choices={textSizes.map((value) => ({ value, label: t(`phones.look.textSize.${value}`) }))}
              onChoose={(textSize) => change({ textSize })}
            />
          )}
        </Field>
      )}
      <LookSelect device={device} change={change} name="clock" values={clocks} />
      <LookSelect device={device} change={change} name="wallpaper" values={wallpapers} />
      {isIos && (
        <ToggleRow label={t('phones.look.opaque')} on={look.opaque} onChange={(opaque) => change({ opaque })} />
      )}
    </section>
  );
}

function Notifications({ device, change }: Part) {
  const { t } = useWords();
  const { look } = device;
  return (
    <section aria-label={t('phones.look.notifications')}>
      <h3>{t('phones.look.notifications')}</h3>
      <LookSelect device={device} change={change} name="previews" values={previews} />
      <LookSelect device={device} change={change} name="displayAs" values={displays} />
      <LookSelect device={device} change={change} name="focus" values={focuses} />
      <ToggleRow
        label={t('phones.look.timeSensitive')}
        hint={t('phones.look.timeSensitive.hint')}
        on={look.timeSensitive}
        onChange={(timeSensitive) => change({ timeSensitive })}
      />
      <ToggleRow label={t('phones.look.summary')} on={look.summary} onChange={(summary) => change({ summary })} />
      <ToggleRow label={t('phones.look.rings')} on={look.rings} onChange={(rings) => change({ rings })} />
    </section>
  );
}

function Granted(props: { readonly device: Device; readonly onGrant: (granted: Device['grantedTypes']) => void }) {
  const { device, onGrant } = props;
  const { t } = useWords();
  const { grantedTypes } = device;
  return (
    <section aria-label={t('phones.look.granted')}>
      <h3>{t('phones.look.granted')}</h3>
      <div className={css['pairs']}>
        {(['alert', 'sound', 'badge'] as const).map((type) => (
          <ToggleRow
            key={type}
            label={t(`phones.look.granted.${type}`)}
            on={grantedTypes[type]}
            onChange={(on) => onGrant({ ...grantedTypes, [type]: on })}
          />
        ))}
      </div>
    </section>
  );
}

function Foreground(props: {
  readonly app: App;
  readonly onApp: (patch: Partial<Pick<App, 'presentsInForeground' | 'foregroundOptions'>>) => void;
}) {
  const { app, onApp } = props;
  const { t } = useWords();
  const set = (patch: Partial<ForegroundOptions>) =>
    onApp({ foregroundOptions: { ...app.foregroundOptions, ...patch } });
  return (
    <section aria-label={t('phones.look.foreground')}>
      <h3>{t('phones.look.foreground')}</h3>
      <p>{t('phones.look.foreground.about', { app: app.name })}</p>
      <ToggleRow
        label={t('phones.look.foreground.presents')}
        on={app.presentsInForeground}
        onChange={(presentsInForeground) => onApp({ presentsInForeground })}
      />
      {app.presentsInForeground && (
        <div className={css['pairs']}>
          {options.map((option) => (
            <ToggleRow
              key={option}
              label={`.${option}`}
              on={app.foregroundOptions[option]}
              onChange={(on) => set({ [option]: on })}
            />
          ))}
        </div>
      )}
    </section>
  );
}

/** What the owner of a phone can change in its settings, and what the app asks for while it is open. Everything is kept at once. */
export function PhoneSettings({ device }: { readonly device: Device }) {
  const { t } = useWords();
  const { client } = useStores();
  const action = useAction();
  const app = useFrom('workspace', (state) => state.apps.find((one) => one.id === device.appId));
  const { id } = device;
  const isIos = device.platform === 'ios';
  const part: Part = {
    device,
    change: (patch) => action.run(() => client.workspace.devices.update({ id, look: { ...device.look, ...patch } })),
  };
  return (
    <Popover
      side="right"
      label={t('phones.look.title', { device: device.name })}
      trigger={
        <Button look="quiet" small icon={<SlidersHorizontal />}>
          {t('phones.look.open')}
        </Button>
      }
    >
      <div className={css['settings']}>
        {action.failure && <FailureNote failure={action.failure} />}
        <Appearance
          {...part}
          onDevice={(patch) => action.run(() => client.workspace.devices.update({ id, ...patch }))}
        />
        {isIos ? (
          <Notifications {...part} />
        ) : (
          <ChannelSettings
            device={device}
            channelIds={app?.channelIds ?? []}
            onChannels={(channels) => action.run(() => client.workspace.devices.update({ id, channels }))}
            onLook={part.change}
          />
        )}
        {device.platform === 'android' && <AppMadeSettings look={device.look} onLook={part.change} />}
        {isIos && (
          <Granted
            device={device}
            onGrant={(grantedTypes) => action.run(() => client.workspace.devices.update({ id, grantedTypes }))}
          />
        )}
        {isIos && app && (
          <Foreground
            app={app}
            onApp={(patch) => action.run(() => client.workspace.apps.update({ id: app.id, ...patch }))}
          />
        )}
      </div>
    </Popover>
  );
}
