import { useMemo } from 'react';
import type { Destination, VendorId } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Select } from '../../../ui/field.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import css from './real-hosts.module.css';

/** A host by its name and address; some have no other name. */
const labelOf = ({ label, origin }: { readonly label: string; readonly origin: string }): string => {
  const { host } = new URL(origin);
  return label === host ? host : `${label} · ${host}`;
};

type VendorDestination = Extract<Destination, { kind: 'vendor' }>;

/** How sends to real vendors go: as tests unless somebody says otherwise, and to which of a vendor's hosts. */
export function RealHosts({ destination }: { readonly destination: VendorDestination }) {
  const { t } = useWords();
  const { compose } = useStores();
  const vendors = useFrom('settings', (state) => state.vendors);
  const devices = useFrom('workspace', (state) => state.devices);
  const testing = useMemo(
    () => vendors.flatMap(({ label, testSwitch }) => (testSwitch === undefined ? [] : [`${label}: ${testSwitch}`])),
    [vendors],
  );
  const choosable = useMemo(
    () =>
      vendors.filter(
        ({ id, hosts }) =>
          hosts.filter(({ environment }) => environment === null).length > 1 &&
          devices.some((device) => device.vendor === id),
      ),
    [vendors, devices],
  );
  const choose = (vendor: VendorId, host: string) =>
    compose.goTo({ ...destination, hosts: { ...destination.hosts, [vendor]: host } });
  return (
    <div className={css['real']}>
      <ToggleRow
        label={t('compose.outside.tests')}
        hint={t('compose.outside.tests.about', { switches: testing.join(t('compose.outside.joint')) })}
        on={destination.formal !== true}
        onChange={(on) => compose.goTo({ ...destination, formal: !on })}
      />
      {choosable.length > 0 && (
        <Fold title={t('compose.outside.hosts')} note={choosable.length}>
          <div className={css['hosts']}>
            {choosable.map(({ id, label, hosts }) => (
              <label key={id}>
                <span>{t('compose.outside.host', { vendor: label })}</span>
                <Select
                  value={destination.hosts?.[id] ?? hosts[0]?.id ?? ''}
                  onChoose={(host) => choose(id, host)}
                  choices={hosts.map((host) => ({
                    value: host.id,
                    label: labelOf(host),
                  }))}
                />
              </label>
            ))}
          </div>
        </Fold>
      )}
    </div>
  );
}
