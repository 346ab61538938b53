import { Plus, Trash2 } from 'lucide-react';
import type { ScenarioDevice, ScenarioFile } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { Field, Select, TextInput } from '../../../ui/field.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { appStates, asIs, freeId, loginStates, platforms, withFact, withWhich } from './step-message.ts';
import { TokenFields } from './token-fields.tsx';
import css from './scenario.module.css';

/** As many as a file takes. */
const maxPhones = 8;

/** The phones a scenario begins with: whose they are, of what kind, and in what state. */
export function PhoneFields({ scenario }: { readonly scenario: ScenarioFile }) {
  const { t } = useWords();
  const { presets } = useStores();
  const { devices, steps } = scenario;
  const put = (next: readonly ScenarioDevice[]) => presets.stage({ ...scenario, devices: [...next] }, 0);
  const last = devices.at(-1);
  return (
    <div className={css['phonesFold']}>
      <Fold title={t('compose.scenario.phones')} note={devices.map(({ id }) => id).join(', ')}>
        <div className={css['phonesEdit']}>
          {devices.map((device, index) => (
            <OnePhone
              key={device.id}
              device={device}
              onChange={(next) => put(devices.with(index, next))}
              // A step without its phone would do nothing.
              onRemove={
                devices.length > 1 && !steps.some((step) => 'device' in step && step.device === device.id)
                  ? () => put(devices.toSpliced(index, 1))
                  : null
              }
            />
          ))}
          <Button
            small
            icon={<Plus />}
            disabled={devices.length >= maxPhones}
            onClick={() => last && put([...devices, { id: freeId(devices, 'phone'), userId: last.userId, set: {} }])}
          >
            {t('compose.scenario.addPhone')}
          </Button>
        </div>
      </Fold>
    </div>
  );
}

interface PhoneProps {
  readonly device: ScenarioDevice;
  readonly onChange: (device: ScenarioDevice) => void;
  /** Null: a step is on this phone, or it is the only one. */
  readonly onRemove: (() => void) | null;
}

function OnePhone(props: PhoneProps) {
  const { device, onRemove } = props;
  const { t } = useWords();
  return (
    <section className={css['phoneEdit']} aria-label={t('compose.scenario.phoneOf', { id: device.id })}>
      <header className={css['phoneEditHead']}>
        <code>{device.id}</code>
        <IconButton
          small
          icon={<Trash2 />}
          label={t(onRemove ? 'compose.scenario.removePhone' : 'compose.scenario.keepPhone', { id: device.id })}
          disabled={onRemove === null}
          onClick={() => onRemove?.()}
        />
      </header>
      <WhichPhone {...props} />
      <PhoneBegins {...props} />
    </section>
  );
}

/** Whose phone, on which platform and vendor. */
function WhichPhone({ device, onChange }: PhoneProps) {
  const { t } = useWords();
  const accounts = useFrom('workspace', (state) => state.accounts);
  const vendors = useFrom('settings', (state) => state.vendors);
  const anything = { value: asIs, label: t('compose.scenario.any') };
  const { platform, userId } = device;
  const fitting = vendors.filter((one) => platform === undefined || one.platforms.includes(platform));
  const known = accounts.some((one) => one.userId === userId);
  const people = [
    ...(known ? [] : [{ value: userId, label: userId }]),
    ...accounts.map((one) => ({ value: one.userId, label: one.nickname || one.userId })),
  ];
  return (
    <>
      <Field label={t('compose.scenario.owner')} stacked>
        {(ids) => (
          <Select {...ids} value={userId} choices={people} onChoose={(next) => onChange({ ...device, userId: next })} />
        )}
      </Field>
      <Field label={t('compose.scenario.platform')} stacked>
        {(ids) => (
          <Select
            {...ids}
            value={platform ?? asIs}
            choices={[anything, ...platforms.map((value) => ({ value, label: t(`credentials.platform.${value}`) }))]}
            // Another platform has other vendors.
            onChoose={(next) => onChange(withWhich(withWhich(device, 'vendor', asIs), 'platform', next))}
          />
        )}
      </Field>
      <Field label={t('compose.scenario.vendor')} stacked>
        {(ids) => (
          <Select
            {...ids}
            value={device.vendor ?? asIs}
            choices={[anything, ...fitting.map(({ id, label }) => ({ value: id, label }))]}
            onChoose={(next) => onChange(withWhich(device, 'vendor', next))}
          />
        )}
      </Field>
    </>
  );
}

/** In what state it is before anything happens. */
function PhoneBegins({ device, onChange }: PhoneProps) {
  const { t } = useWords();
  const { set } = device;
  const asInWorkspace = { value: asIs, label: t('compose.scenario.asIs') };
  return (
    <>
      <Field label={t('compose.fact.loginState')} stacked>
        {(ids) => (
          <Select
            {...ids}
            value={set.loginState ?? asIs}
            choices={[asInWorkspace, ...loginStates.map((value) => ({ value, label: t(`compose.state.${value}`) }))]}
            onChoose={(next) => onChange(withFact(device, 'loginState', next === asIs ? undefined : next))}
          />
        )}
      </Field>
      <Field label={t('compose.fact.appState')} stacked>
        {(ids) => (
          <Select
            {...ids}
            value={set.appState ?? asIs}
            choices={[asInWorkspace, ...appStates.map((value) => ({ value, label: t(`compose.state.${value}`) }))]}
            onChoose={(next) => onChange(withFact(device, 'appState', next === asIs ? undefined : next))}
          />
        )}
      </Field>
      <Field label={t('compose.fact.sdkVersion')} stacked>
        {(ids) => (
          <TextInput
            {...ids}
            value={set.sdkVersion ?? ''}
            placeholder={t('compose.scenario.asIs')}
            maxLength={40}
            onText={(text) => onChange(withFact(device, 'sdkVersion', text === '' ? undefined : text))}
          />
        )}
      </Field>
      <div className={css['tokenEdit']}>
        <TokenFields
          token={set.token}
          words={{ own: t('compose.scenario.asIs'), none: t('compose.world.none') }}
          onToken={(token) => onChange(withFact(device, 'token', token))}
        />
      </div>
    </>
  );
}
