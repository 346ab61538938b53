import { LockKeyhole } from 'lucide-react';
import { useMemo } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { splitRedacted } from './redacted.ts';
import css from './wire-tab.module.css';

/** A text of the wire. Where a secret was, its kind and fingerprint stand in a mark of their own. */
export function RedactedText({ text }: { readonly text: string }) {
  const { t } = useWords();
  const parts = useMemo(() => splitRedacted(text), [text]);
  return parts.map((part) =>
    part.kind === 'plain' ? (
      part.text
    ) : (
      <mark
        key={part.at}
        className={css['secret']}
        title={t('log.secret.about', { what: part.what, fingerprint: part.fingerprint })}
      >
        <LockKeyhole aria-label={t('log.secret')} />
        {part.what} #{part.fingerprint}
      </mark>
    ),
  );
}
