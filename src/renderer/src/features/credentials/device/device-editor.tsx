import type { Account, App, Device } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores, type Stores } from '../../../stores/index.ts';
import { VendorMark } from '../../../ui/marks.tsx';
import { EditorPane } from '../editor/editor-pane.tsx';
import { keepEntry } from '../editor/keep-entry.ts';
import { EntryHead } from '../editor/section.tsx';
import { useEditor } from '../editor/use-editor.ts';
import { entryKey } from '../model/chosen.ts';
import {
  deviceFields,
  deviceForm,
  deviceProblems,
  firstOf,
  newDevice,
  phoneState,
  withTimes,
  type DeviceForm,
} from '../model/device-form.ts';
import { IosFields } from './ios-fields.tsx';
import { PhoneFields } from './phone-fields.tsx';
import { PushFields } from './push-fields.tsx';
import { SdkFields } from './sdk-fields.tsx';
import { StateFields } from './state-fields.tsx';
import { TimeFields } from './time-fields.tsx';

/** Saves a phone, and tells the drawn one what became of its open app. */
const saveDevice = async (
  stores: Stores,
  device: Device | null,
  form: DeviceForm,
  changed: Partial<DeviceForm>,
): Promise<Device> => {
  const { client } = stores;
  const kept = device
    ? await client.workspace.devices.update({ id: device.id, ...deviceFields(withTimes(form, changed, Date.now())) })
    : await client.workspace.devices.create(deviceFields({ ...form, ...withTimes(form, firstOf(form), Date.now()) }));
  const state = phoneState(form, device ? changed : { appState: form.appState });
  if (state === null) return kept;
  const told = await client.phones.setState({ id: kept.id, state });
  // The drawn phone counts from now; a time set by hand stands.
  const { appStateAtMs } = changed;
  return appStateAtMs === undefined ? told : client.workspace.devices.update({ id: kept.id, appStateAtMs });
};

/** A simulated phone. `device` null: a new one for `forApp` (or the first app) and `forAccount` (or nobody). */
export function DeviceEditor(props: {
  readonly device: Device | null;
  readonly forApp: App | null;
  readonly forAccount: Account | null;
  readonly next: string;
}) {
  const { device, forApp, forAccount, next } = props;
  const { t } = useWords();
  const stores = useStores();
  const devices = useFrom('workspace', (state) => state.devices);
  const apps = useFrom('workspace', (state) => state.apps);
  const vendors = useFrom('settings', (state) => state.vendors);
  const editor = useEditor<DeviceForm>({
    stored: device ? deviceForm(device) : newDevice(forApp?.id ?? apps[0]?.id ?? '', forAccount?.userId ?? null),
    isNew: device === null,
    name: ({ name }) => name,
    problems: (form) =>
      deviceProblems(form, { others: devices.filter((other) => other.id !== device?.id), apps, vendors }),
    save: async (form, changed) => {
      const kept = await saveDevice(stores, device, form, changed);
      keepEntry(stores, 'device', kept.id, kept);
      if (device) return;
      stores.ui.guardLeaving(null);
      stores.ui.choose('credentials', entryKey('device', kept.id));
    },
  });
  const { value } = editor;
  const app = apps.find((one) => one.id === value.appId);

  return (
    <EditorPane
      kind="device"
      id={device?.id ?? ''}
      name={device?.name ?? ''}
      editor={editor}
      next={next}
      removeAbout={t('credentials.remove.about.device')}
    >
      <EntryHead
        mark={<VendorMark vendor={value.vendor} large />}
        title={value.name || t('credentials.new.device')}
        about={t('credentials.device.about', {
          app: app?.name ?? '–',
          platform: t(`credentials.platform.${value.platform}`),
          vendor: vendors.find((vendor) => vendor.id === value.vendor)?.label ?? value.vendor,
        })}
      />
      <PhoneFields editor={editor} />
      <PushFields editor={editor} />
      <StateFields editor={editor} />
      <SdkFields editor={editor} />
      {value.platform === 'ios' && <IosFields editor={editor} />}
      <TimeFields editor={editor} />
    </EditorPane>
  );
}
