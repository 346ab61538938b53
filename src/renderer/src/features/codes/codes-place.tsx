import { useEffect, useMemo, useState } from 'react';
import { VendorId as VendorIds, type VendorId } from '../../../../shared/contract/common.ts';
import { asCallFailure, type CallFailure } from '../../client/errors.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { Select, TextInput } from '../../ui/field.tsx';
import { VendorMark } from '../../ui/marks.tsx';
import { EmptyState, FailureNote } from '../../ui/notes.tsx';
import { Pane, Split } from '../../ui/pane.tsx';
import { useVendorName } from '../../ui/use-vendor-name.ts';
import { CodePage } from './code-page.tsx';
import { findCodes, findImCodes, imRowOf, partsOf } from './find.ts';
import { ImCodePage, ImRows } from './im-codes.tsx';
import css from './codes-place.module.css';

/** The codes that fit, one button each. */
function CodeList() {
  const { t, say } = useWords();
  const { ui } = useStores();
  const vendorName = useVendorName();
  const codes = useFrom('codes', (state) => state.codes);
  const vendors = useFrom('settings', (state) => state.vendors);
  const chosen = useFrom('ui', (state) => state.chosen.codes);
  const [search, setSearch] = useState('');
  const im = useFrom('codes', (state) => state.im);
  const [vendor, setVendor] = useState<VendorId | '' | 'im'>('');
  const found = useMemo(
    () => (vendor === 'im' ? [] : findCodes(codes ?? [], search, vendor, (code) => say(code.meaning))),
    [codes, search, vendor, say],
  );
  const foundIm = useMemo(
    () => (vendor === 'im' || vendor === '' ? findImCodes(im ?? [], search, (row) => say(row.meaning)) : []),
    [im, search, vendor, say],
  );
  const showAll = () => {
    setSearch('');
    setVendor('');
  };
  return (
    <>
      <div className={css['search']} role="search">
        <TextInput
          aria-label={t('codes.search')}
          placeholder={t('codes.search.hint')}
          value={search}
          onText={setSearch}
        />
        <Select
          aria-label={t('codes.vendor')}
          value={vendor}
          onChoose={setVendor}
          choices={[
            { value: '', label: t('codes.vendor.all') },
            { value: 'im', label: t('codes.im') },
            ...vendors.map((one) => ({ value: one.id, label: one.label })),
          ]}
        />
      </div>
      {codes && found.length + foundIm.length === 0 && (
        <EmptyState title={t('codes.none')} actions={<Button onClick={showAll}>{t('codes.none.all')}</Button>}>
          {t('codes.none.text')}
        </EmptyState>
      )}
      <ul className={css['list']} aria-label={t('codes.list')}>
        {vendor === 'im' && <ImRows rows={foundIm} />}
        {found.map((one) => {
          const key = `${one.vendor}/${one.code}`;
          return (
            <li key={key}>
              <button
                type="button"
                className={css['row']}
                aria-current={key === chosen ? 'page' : undefined}
                aria-label={`${vendorName(one.vendor)} ${t('codes.row', { code: one.code, meaning: say(one.meaning) })}`}
                onClick={() => ui.choose('codes', key)}
              >
                <VendorMark vendor={one.vendor} />
                <code>{one.code}</code>
                <span>{say(one.meaning)}</span>
              </button>
            </li>
          );
        })}
        {vendor === '' && <ImRows rows={foundIm} />}
      </ul>
    </>
  );
}

const isVendor = (text: string): text is VendorId => VendorIds.safeParse(text).success;

/** Every code of every vendor, and the page of one: `#/codes/<vendor>/<code>`. */
export function CodesPlace() {
  const { t } = useWords();
  const { codes: store } = useStores();
  const chosen = useFrom('ui', (state) => state.chosen.codes);
  const codes = useFrom('codes', (state) => state.codes);
  const im = useFrom('codes', (state) => state.im);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  useEffect(() => {
    store.load().catch((error: unknown) => setFailure(asCallFailure(error)));
  }, [store]);
  const { vendor, code } = partsOf(chosen);
  const rows = codes?.filter((one) => one.vendor === vendor && one.code === code) ?? [];
  return (
    <Split
      id="codes"
      panels={[
        {
          id: 'list',
          min: '320px',
          size: '460px',
          content: (
            <Pane title={t('codes.list')}>
              {failure && <FailureNote failure={failure} />}
              <CodeList />
            </Pane>
          ),
        },
        {
          id: 'page',
          min: '400px',
          content:
            vendor === 'im' && im ? (
              <ImCodePage key={chosen} code={code} row={imRowOf(im, code)} />
            ) : isVendor(vendor) && code !== '' && codes ? (
              <CodePage key={chosen} vendor={vendor} code={code} rows={rows} />
            ) : (
              <Pane title={t('place.codes')} titleSpoken>
                <EmptyState title={t('codes.choose')}>{t('codes.choose.text')}</EmptyState>
              </Pane>
            ),
        },
      ]}
    />
  );
}
