import { SquarePen } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useMemo } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Select } from '../../../ui/field.tsx';
import { Chip, VendorMark } from '../../../ui/marks.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import type { RawDraft } from '../model/raw-draft.ts';
import { vendorDrafts, type DraftVariant, type VendorDraft } from '../model/vendor-drafts.ts';
import type { DecisionRow } from '../use-compose.ts';
import { DraftDiff } from './draft-diff.tsx';
import { DraftStrip } from './draft-strip.tsx';
import { DraftFacts, Payload } from './draft-view.tsx';
import { Traces } from './traces.tsx';
import css from './decision.module.css';

const useDrafts = (rows: readonly DecisionRow[], chosen: DecisionRow | undefined): readonly VendorDraft[] => {
  const vendors = useFrom('settings', (state) => state.vendors);
  const preview = useFrom('compose', (state) => state.preview);
  const vendor = useFrom('compose', (state) => state.draftVendor);
  const platform = useFrom('compose', (state) => state.draftPlatform);
  return useMemo(
    () => vendorDrafts(vendors, rows, preview?.standIns ?? [], chosen, { vendor, platform }),
    [vendors, rows, preview, chosen, vendor, platform],
  );
};

/** The draft of every vendor: those that go out, and what the others would be told. */
export function DraftTabs(props: {
  readonly rows: readonly DecisionRow[];
  readonly chosen: DecisionRow | undefined;
  readonly onChoose: (deviceId: string) => void;
}) {
  const { rows, chosen, onChoose } = props;
  const { compose } = useStores();
  const drafts = useDrafts(rows, chosen);
  const wanted = useFrom('compose', (state) => state.draftVendor);
  const shown =
    drafts.find((one) => one.vendor === wanted) ?? drafts.find((one) => one.vendor === chosen?.vendor) ?? drafts[0];
  if (!shown) return null;
  const show = (vendor: string) => {
    const draft = drafts.find((one) => one.vendor === vendor);
    if (!draft) return;
    // A phone that is there is looked at with its decision; a stand-in leaves the decision where it is.
    compose.lookAt(draft.row ? null : draft.vendor);
    if (draft.row) onChoose(draft.row.deviceId);
  };
  const showVariant = ({ row, platform }: DraftVariant) => {
    compose.lookAt(row ? null : shown.vendor, row ? null : platform);
    if (row) onChoose(row.deviceId);
  };
  return (
    <Tabs.Root value={shown.vendor} onValueChange={show}>
      <DraftStrip drafts={drafts} />
      <Tabs.Content value={shown.vendor} className={css['draft']}>
        <OneDraft draft={shown} drafts={drafts} onVariant={showVariant} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

interface DraftProps {
  readonly draft: VendorDraft;
  readonly drafts: readonly VendorDraft[];
  readonly onVariant: (variant: DraftVariant) => void;
}

function OneDraft({ draft, drafts, onVariant }: DraftProps) {
  const { t } = useWords();
  const comparedWith = useFrom('compose', (state) => state.comparedWith);
  const { view, row, label } = draft;
  if (!view) return <p className={css['unset']}>{t('compose.draft.noText')}</p>;
  const other = drafts.find((one) => one.vendor === comparedWith && one.vendor !== draft.vendor);
  return (
    <>
      <DraftBar draft={draft} drafts={drafts} onVariant={onVariant} />
      {!row && <p className={css['unset']}>{t('compose.standIn.about', { vendor: nameOf(draft, t) })}</p>}
      {other?.view && <DraftDiff left={draft} right={other} />}
      <DraftFacts view={view} />
      <Payload view={view} label={t('compose.payload.label', { vendor: label })} />
      {row?.decision.intent && <Traces intent={row.decision.intent} />}
    </>
  );
}

/** The vendor, and its service where it has two. */
const nameOf = ({ label, variants, platform }: VendorDraft, t: (id: string) => string): string =>
  variants.length > 1 ? `${label} / ${t(`credentials.platform.${platform}`)}` : label;

function DraftBar({ draft, drafts, onVariant }: DraftProps) {
  const { t } = useWords();
  const { compose } = useStores();
  const options = useFrom('settings', (state) => state.vendors.find((one) => one.id === draft.vendor)?.options);
  const comparedWith = useFrom('compose', (state) => state.comparedWith);
  const others = drafts.filter((one) => one.vendor !== draft.vendor && one.view !== null);
  const compared = others.find((one) => one.vendor === comparedWith)?.vendor ?? '';
  const editAsRaw = () => {
    const { view, row, vendor } = draft;
    if (!view) return;
    const names = new Set(options?.map((option) => option.name));
    const raw: RawDraft = {
      vendor,
      payload: view.draft.payload,
      options: Object.fromEntries(Object.entries(view.draft.options).filter(([name]) => names.has(name))),
      target: row ? { kind: 'device', deviceId: row.deviceId } : { kind: 'token', token: '' },
      credentialId: null,
    };
    compose.editRaw(raw);
    compose.setMode('raw');
  };
  return (
    <div className={css['draftBar']}>
      <h3 className={css['draftTitle']}>
        <VendorMark vendor={draft.vendor} />
        {t('compose.draft.title', { vendor: draft.label })}
        {!draft.row && <Chip tone="predicted">{t('compose.standIn')}</Chip>}
      </h3>
      {draft.variants.length > 1 && (
        <Segmented
          label={t('compose.draft.service', { vendor: draft.label })}
          value={draft.platform}
          segments={draft.variants.map(({ platform, row: own }) => ({
            value: platform,
            label: t(`credentials.platform.${platform}`),
            spoken: `${t(`credentials.platform.${platform}`)}, ${own ? own.device.name : t('compose.standIn')}`,
          }))}
          onChange={(platform) => {
            const variant = draft.variants.find((one) => one.platform === platform);
            if (variant) onVariant(variant);
          }}
        />
      )}
      <div className={css['compare']}>
        <Select
          aria-label={t('compose.diff.with')}
          value={compared}
          choices={[
            { value: '' as const, label: t('compose.diff.none') },
            ...others.map(({ vendor, label }) => ({ value: vendor, label: t('compose.diff.to', { vendor: label }) })),
          ]}
          onChoose={(vendor) => compose.compareWith(vendor === '' ? null : vendor)}
        />
      </div>
      <Button small icon={<SquarePen />} onClick={editAsRaw}>
        {t('compose.draft.edit')}
      </Button>
    </div>
  );
}
