import { CornerDownRight } from 'lucide-react';
import { fillTemplate } from '../../../../../shared/kit/template.ts';
import { useWords } from '../../../i18n/index.ts';
import { useChosenRow, useDecisionRows } from '../use-compose.ts';
import css from './fields.module.css';

/** What the text of a field becomes on the chosen phone. Nothing where it holds no variable. */
export function Resolved({ text }: { readonly text: string }) {
  // Most texts hold none: they ask for no row and are not drawn anew with one.
  return text.includes('{{') ? <ResolvedText text={text} /> : null;
}

function ResolvedText({ text }: { readonly text: string }) {
  const { t } = useWords();
  const row = useChosenRow(useDecisionRows());
  if (!row) return null;
  const becomes = fillTemplate(text, (name) => row.variables?.find((one) => one.name === name)?.value);
  if (becomes === text) return null;
  return (
    <p className={css['resolved']}>
      <CornerDownRight role="img" aria-label={t('compose.variables.becomes', { device: row.device.name })} />
      {becomes === '' ? <i>{t('compose.variables.empty')}</i> : becomes}
    </p>
  );
}
