import { Layers, Smartphone } from 'lucide-react';
import { memo } from 'react';
import type { OfflinePush } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Fold } from '../../../ui/fold.tsx';
import { VendorMark } from '../../../ui/marks.tsx';
import { countSet, isValues, unknownNames } from '../model/field-values.ts';
import { languageFields, pushGroups, shortFormsFor, templateFields, type PushGroup } from '../model/push-groups.ts';
import { isSameBeside } from './same-beside.ts';
import { TableFields } from './table-fields.tsx';
import css from './fields.module.css';

interface PushProps {
  readonly push: OfflinePush;
  readonly onPatch: (patch: Partial<OfflinePush>) => void;
}

const valuesOf = (push: OfflinePush, { part }: PushGroup) => {
  const value: unknown = push[part];
  return isValues(value) ? value : {};
};

/** What one vendor is told and the others are not, vendor by vendor; then texts by language and the template. */
export const VendorSettings = memo(function VendorSettings({ push, onPatch }: PushProps) {
  const { t } = useWords();
  const languages = countSet({ ...push }, languageFields);
  const template = countSet({ ...push }, templateFields);
  const changed = pushGroups.filter((group) => countSet(valuesOf(push, group), group.fields) > 0).length;
  const set = (n: number) => (n > 0 ? t('compose.set', { n }) : undefined);
  const patch = (values: Readonly<Record<string, unknown>>, names: readonly string[]) =>
    onPatch(Object.fromEntries(names.map((name) => [name, values[name]])));
  return (
    <div className={css['vendors']} role="group" aria-label={t('compose.vendors')}>
      <p className={css['vendorsHead']}>
        <span>{t('compose.vendors')}</span>
        <span>{t('compose.vendors.set', { n: changed, all: pushGroups.length })}</span>
      </p>
      {pushGroups.map((group) => (
        <GroupFold key={group.id} group={group} push={push} onPatch={onPatch} />
      ))}
      <Fold title={t('compose.languages')} note={set(languages)}>
        <TableFields
          place="OfflinePushInfo"
          fields={languageFields}
          values={{ ...push }}
          onChange={(next) => patch(next, ['multiLanguage'])}
        />
      </Fold>
      <Fold title={t('compose.template')} note={set(template)}>
        <TableFields
          place="OfflinePushInfo"
          fields={templateFields}
          values={{ ...push }}
          onChange={(next) => patch(next, ['templateId', 'templateParams'])}
        />
      </Fold>
      <Unknown names={unknownNames({ ...push })} />
    </div>
  );
}, isSameBeside);

function GroupFold({ group, push, onPatch }: PushProps & { readonly group: PushGroup }) {
  const { t } = useWords();
  const vendor = useFrom('settings', (state) => state.vendors.find((one) => one.id === group.vendor)?.label);
  const values = valuesOf(push, group);
  const set = countSet(values, group.fields);
  const name = vendor ?? t(`compose.group.${group.id === 'harmony' ? 'harmony' : 'android'}`);
  const Icon = group.id === 'harmony' ? Smartphone : Layers;
  return (
    <Fold
      title={
        <span className={css['vendor']}>
          {group.vendor ? <VendorMark vendor={group.vendor} /> : <Icon aria-hidden />}
          {name}
        </span>
      }
      note={set > 0 ? t('compose.set', { n: set }) : undefined}
    >
      <div role="group" aria-label={name}>
        <TableFields
          place={group.place}
          fields={group.fields}
          values={values}
          otherwise={shortFormsFor(group, push)}
          onChange={(next) => onPatch({ [group.part]: Object.keys(next).length > 0 ? next : undefined })}
        />
        {group.id !== 'android' && group.part === 'android' ? null : <Unknown names={unknownNames(values)} />}
      </div>
    </Fold>
  );
}

/** Fields that came with the JSON and that nothing here edits: named, so that nobody thinks they are gone. */
export function Unknown({ names }: { readonly names: readonly string[] }) {
  const { t } = useWords();
  if (names.length === 0) return null;
  return (
    <p className={css['unknown']}>
      {t('compose.unknown')} <code>{names.join(', ')}</code>
    </p>
  );
}
