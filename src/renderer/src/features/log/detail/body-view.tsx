import { Scissors } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { WireBody } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { CodeEditor, type Marked } from '../../../ui/code-editor.tsx';
import { CopyButton } from '../../../ui/copy.tsx';
import { byteCount } from '../../../ui/format.ts';
import { Segmented } from '../../../ui/segmented.tsx';
import { layOut, shownBody } from './body.ts';
import { Section } from './facts.tsx';
import { HexView } from './hex-view.tsx';
import { parseBody } from './json-rows.ts';
import { JsonTree } from './json-tree.tsx';
import { splitRedacted } from './redacted.ts';
import { RedactedText } from './redacted-text.tsx';
import css from './tab.module.css';

/** Longer than this only the editor is fast enough. UTF-16 units. */
const shortText = 16_384;
/** Forms and pages: the editor would colour them as JSON, which they are not. */
const isShortText = (text: string): boolean => text.length <= shortText && !/^\s*[[{]/.test(text);

type BodyViewKind = 'pretty' | 'tree' | 'raw' | 'hex';
const storageKey = 'pushscope.log.body';
/** The view chosen last in this window. */
const storedView = (): BodyViewKind => {
  const stored = localStorage.getItem(storageKey);
  return stored === 'tree' || stored === 'raw' || stored === 'hex' ? stored : 'pretty';
};

/** A body: laid out for reading or as it was on the wire, with its secrets marked and what is missing said. */
export function BodyView({ body, label }: { readonly body: WireBody; readonly label: string }) {
  const { t, locale } = useWords();
  const [wanted, setWanted] = useState(storedView);
  const shown = useMemo(() => shownBody(body), [body]);
  const tree = useMemo(
    () => (wanted === 'tree' && shown.kind === 'text' ? parseBody(shown.raw) : undefined),
    [wanted, shown],
  );
  // A body that has no tree is laid out; bytes that are no text have only one view.
  const view = shown.kind === 'binary' ? 'hex' : wanted === 'tree' && tree === undefined ? 'pretty' : wanted;
  const choose = (next: BodyViewKind) => {
    localStorage.setItem(storageKey, next);
    setWanted(next);
  };
  const text = useMemo(
    () => (view === 'pretty' && shown.kind === 'text' ? layOut(shown.raw) : shown.raw),
    [view, shown],
  );
  const secrets = useMemo(
    () =>
      splitRedacted(text).flatMap((part) =>
        part.kind === 'secret'
          ? [{ from: part.at, to: part.at + part.text.length, what: part.what, fingerprint: part.fingerprint }]
          : [],
      ),
    [text],
  );
  const about = t('log.secret.body');
  const marks = useMemo(
    () => secrets.map(({ from, to }): Marked => ({ from, to, severity: 'info', message: about })),
    [secrets, about],
  );
  const size = byteCount(shown.bytes, locale);
  if (shown.kind === 'empty') return <Section title={label}>{t('log.body.none')}</Section>;
  return (
    <>
      <Section
        title={label}
        after={size}
        actions={
          <>
            {shown.kind === 'text' && (
              <Segmented
                label={t('log.body.view')}
                value={view}
                onChange={choose}
                segments={[
                  { value: 'pretty', label: t('log.body.pretty') },
                  { value: 'tree', label: t('log.body.tree') },
                  { value: 'raw', label: t('log.body.raw') },
                  { value: 'hex', label: t('log.body.hex') },
                ]}
              />
            )}
            <CopyButton text={text} label={t('log.copy', { what: label })} />
          </>
        }
      >
        {shown.kind === 'binary' && (
          <p className={css['quiet']}>{t(shown.raw === '' ? 'log.body.withheld' : 'log.body.binary')}</p>
        )}
        {shown.cut && shown.raw !== '' && (
          <p className={css['note']}>
            <Scissors aria-hidden />
            <span>{t('log.body.cut', { size })}</span>
          </p>
        )}
      </Section>
      {shown.raw !== '' && view === 'hex' && <HexView raw={shown.raw} isText={shown.kind === 'text'} label={label} />}
      {view === 'tree' && tree !== undefined && tree !== null && <JsonTree value={tree} label={label} />}
      {shown.raw !== '' &&
        (view === 'pretty' || view === 'raw') &&
        (isShortText(text) ? (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to reach it
          <pre className={css['code']} tabIndex={0} aria-label={label}>
            <RedactedText text={text} />
          </pre>
        ) : (
          <div className={css['editor']}>
            <div>
              <CodeEditor value={text} label={label} marks={marks} />
            </div>
          </div>
        ))}
    </>
  );
}
