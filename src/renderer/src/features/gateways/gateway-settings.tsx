import { useState } from 'react';
import type { Gateway } from '../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { FailureNote } from '../../ui/notes.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { NumberSetting } from './number-setting.tsx';
import css from './gateway-pane.module.css';

const modes = ['anything', 'known', 'strict'] as const;
const environments = ['sandbox', 'production'] as const;

/** How a gateway behaves, with what each choice means. */
export function GatewaySettings({ gateway, vendorName }: { readonly gateway: Gateway; readonly vendorName: string }) {
  const { t } = useWords();
  const { client, gateways } = useStores();
  const hosts = useFrom('settings', (state) => state.vendors.find((one) => one.id === gateway.vendor)?.hosts);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  // A vendor with a host for each of the two has them apart.
  const hasEnvironments = environments.every((environment) => hosts?.some((host) => host.id === environment));
  const { mode, environment, profile } = gateway.settings;
  const { offers } = gateway;
  const change = (patch: Partial<Gateway['settings']>) => {
    setFailure(null);
    client.gateways
      .update({ vendor: gateway.vendor, ...patch })
      .then(gateways.changed, (error: unknown) => setFailure(asCallFailure(error)));
  };
  return (
    <section className={css['section']} aria-label={t('gateways.settings')}>
      <h3 className={css['title']}>{t('gateways.settings')}</h3>
      {failure && <FailureNote failure={failure} />}
      <div className={css['setting']}>
        <span>{t('gateways.mode')}</span>
        <div>
          <Segmented
            label={t('gateways.mode')}
            value={mode}
            onChange={(next) => change({ mode: next })}
            segments={modes.map((value) => ({ value, label: t(`gateways.mode.${value}`) }))}
          />
          <p className={css['text']}>{t(`gateways.mode.${mode}.about`, { vendor: vendorName })}</p>
        </div>
      </div>
      {offers.profiles.length > 1 && (
        <div className={css['setting']}>
          <span>{t('gateways.profile')}</span>
          <div>
            <Segmented
              label={t('gateways.profile')}
              value={profile}
              onChange={(next) => change({ profile: next })}
              segments={offers.profiles.map((value) => ({ value, label: t(`gateways.profile.${value}`) }))}
            />
            <p className={css['text']}>{t(`gateways.profile.${profile}.about`)}</p>
          </div>
        </div>
      )}
      {offers.perTokenPerMinute && (
        <NumberSetting
          label={t('gateways.perToken')}
          about={t('gateways.perToken.about')}
          unit={t('gateways.perToken.unit')}
          most={100_000}
          value={gateway.settings.perTokenPerMinute}
          onChange={(perTokenPerMinute) => change({ perTokenPerMinute })}
        />
      )}
      {offers.idleSeconds && (
        <NumberSetting
          label={t('gateways.idle')}
          about={t('gateways.idle.about')}
          unit={t('gateways.idle.unit')}
          most={86_400}
          value={gateway.settings.idleSeconds}
          onChange={(idleSeconds) => change({ idleSeconds })}
        />
      )}
      {hasEnvironments && (
        <div className={css['setting']}>
          <span>{t('gateways.environment')}</span>
          <div>
            <Segmented
              label={t('gateways.environment')}
              value={environment}
              onChange={(next) => change({ environment: next })}
              segments={environments.map((value) => ({ value, label: t(`gateways.environment.${value}`) }))}
            />
            <p className={css['text']}>{t(`gateways.environment.${environment}.about`)}</p>
          </div>
        </div>
      )}
    </section>
  );
}
