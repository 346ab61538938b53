import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../i18n/index.ts';
import { useStores } from '../stores/index.ts';
import { Button, IconButton } from './button.tsx';
import css from './copy.module.css';

const shownMs = 1500;

/** Puts a text on the clipboard and says so, on the button and to screen readers. */
export function CopyButton({
  text,
  label,
  words,
}: {
  readonly text: string;
  readonly label: string;
  readonly words?: string;
}) {
  const { t } = useWords();
  const { ui } = useStores();
  const [done, setDone] = useState(false);
  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => {
        setDone(true);
        ui.say(t('copy.done', { what: label }));
        setTimeout(() => setDone(false), shownMs);
      },
      () => ui.say(t('copy.failed')),
    );
  };
  const icon = done ? <Check /> : <Copy />;
  return words === undefined ? (
    <IconButton icon={icon} label={label} small onClick={copy} />
  ) : (
    // The words alone say «Copy»; several of them stand on one page.
    <Button icon={icon} small onClick={copy} aria-label={label.startsWith(words) ? label : `${words}: ${label}`}>
      {words}
    </Button>
  );
}

/** A value to copy, in monospace, cut in the middle when long. */
export function Copyable({
  text,
  label,
  shown = text,
}: {
  readonly text: string;
  readonly label: string;
  readonly shown?: string;
}) {
  return (
    <span className={css['copyable']}>
      <code title={text}>{shown}</code>
      <CopyButton text={text} label={label} />
    </span>
  );
}
