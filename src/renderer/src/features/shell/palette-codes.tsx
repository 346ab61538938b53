import { Command, useCommandState } from 'cmdk';
import { Cloud } from 'lucide-react';
import { useEffect } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { VendorMark } from '../../ui/marks.tsx';
import { useVendorName } from '../../ui/use-vendor-name.ts';
import { imKey } from '../codes/index.ts';
import css from './palette.module.css';

/** Shorter searches mean something else, and the tables are long. */
const leastLetters = 2;

/** The vendors' codes by code and meaning, once somebody searches. */
export function CodeRows() {
  const { t, say } = useWords();
  const { codes: store, ui } = useStores();
  const vendorName = useVendorName();
  const search = useCommandState((state) => state.search).trim();
  const codes = useFrom('codes', (state) => state.codes);
  const isAsked = search.length >= leastLetters;
  useEffect(() => {
    // Without the tables the palette is whole but for this group.
    if (isAsked) store.load().catch(() => undefined);
  }, [isAsked, store]);
  const im = useFrom('codes', (state) => state.im);
  if (!isAsked || !codes || !im) return null;
  return (
    <Command.Group heading={t('codes.group')} className={css['group']}>
      {codes.map((one) => (
        <Command.Item
          key={`${one.vendor} ${one.code} ${one.status}`}
          value={`code ${one.vendor} ${one.code} ${one.status ?? ''}`}
          keywords={[one.code, vendorName(one.vendor), String(one.status ?? ''), say(one.meaning)]}
          className={css['row']}
          onSelect={() => {
            ui.showPalette(false);
            ui.go('codes', `${one.vendor}/${one.code}`);
          }}
        >
          <VendorMark vendor={one.vendor} />
          <span>{t('codes.row', { code: one.code, meaning: say(one.meaning) })}</span>
        </Command.Item>
      ))}
      {im.map((one) => (
        <Command.Item
          key={imKey(one)}
          value={`code ${imKey(one)}`}
          keywords={['im', ...one.codes.map(String), say(one.meaning)]}
          className={css['row']}
          onSelect={() => {
            ui.showPalette(false);
            ui.go('codes', imKey(one));
          }}
        >
          <Cloud aria-hidden />
          <span>{t('codes.row', { code: one.codes.join(', '), meaning: say(one.meaning) })}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
