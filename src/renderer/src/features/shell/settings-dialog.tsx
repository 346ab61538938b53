import { locales, type Settings } from '../../../../shared/contract/index.ts';
import { languageNames, useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, Select, Switch } from '../../ui/field.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { NetworkSettings } from './network-settings.tsx';
import { RetentionSettings } from './retention-settings.tsx';

const themes = ['system', 'light', 'dark'] as const;
const contrasts = ['system', 'normal', 'more'] as const;

/** The person's choices; each takes effect at once. */
export function SettingsDialog() {
  const { t } = useWords();
  const { ui, settings: store } = useStores();
  const open = useFrom('ui', (state) => state.settingsOpen);
  const settings = useFrom('settings', (state) => state.settings);
  const health = useFrom('settings', (state) => state.health);
  const change = (patch: Partial<Settings>) => void store.update(patch);
  return (
    <Dialog
      open={open}
      onClose={() => ui.showSettings(false)}
      title={t('settings.title')}
      about={t('settings.about', { version: health?.version ?? '', dataDir: health?.dataDir ?? '' })}
    >
      <Field label={t('settings.language')} hint={t('settings.language.about')}>
        {(ids) => (
          <Select
            {...ids}
            value={settings.locale}
            onChoose={(locale) => change({ locale })}
            choices={[
              { value: 'system', label: t('settings.language.system') },
              ...locales.map((value) => ({ value, label: languageNames[value] })),
            ]}
          />
        )}
      </Field>
      <Field label={t('settings.theme')}>
        {() => (
          <Segmented
            label={t('settings.theme')}
            value={settings.theme}
            onChange={(theme) => change({ theme })}
            segments={themes.map((value) => ({ value, label: t(`settings.theme.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('settings.contrast')}>
        {() => (
          <Segmented
            label={t('settings.contrast')}
            value={settings.contrast}
            onChange={(contrast) => change({ contrast })}
            segments={contrasts.map((value) => ({ value, label: t(`settings.contrast.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('settings.powerLoss')} hint={t('settings.powerLoss.about')}>
        {({ id }) => (
          <Switch
            id={id}
            on={settings.survivePowerLoss}
            onChange={(survivePowerLoss) => change({ survivePowerLoss })}
          />
        )}
      </Field>
      <RetentionSettings retention={settings.retention} onApply={(retention) => store.update({ retention })} />
      <NetworkSettings network={settings.network} onApply={(network) => store.update({ network })} />
    </Dialog>
  );
}
