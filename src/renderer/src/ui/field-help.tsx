import { Tooltip } from 'radix-ui';
import { useState, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';
import css from './field-help.module.css';

/** What a field is, in the words of its page. */
export interface FieldHelp {
  /** Its name in the API. */
  readonly title: string;
  readonly paragraphs: readonly string[];
}

/** The help as one text, for those who hear it. */
export const spokenHelp = ({ title, paragraphs }: FieldHelp): string => [title, ...paragraphs].join(' ');

/** Help over a label, on hover. `open` shows it for other reasons too: F1 in the field. */
export function HelpTip(props: {
  readonly help: FieldHelp;
  readonly open?: boolean;
  readonly onOpen?: (open: boolean) => void;
  readonly children: ReactElement;
}) {
  const { help, open, onOpen, children } = props;
  return (
    <Tooltip.Root {...(open === undefined ? {} : { open })} {...(onOpen ? { onOpenChange: onOpen } : {})}>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={css['help']} side="bottom" align="start" sideOffset={5} collisionPadding={8}>
          <code className={css['title']}>{help.title}</code>
          {help.paragraphs.map((text) => (
            <p key={text}>{text}</p>
          ))}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

/** A word with help, where no single control belongs to it. */
export function HelpedLabel({ help, children }: { readonly help: FieldHelp; readonly children: ReactNode }) {
  return (
    <HelpTip help={help}>
      <span className={css['label']}>{children}</span>
    </HelpTip>
  );
}

/** F1 in a field opens its help, Escape and leaving close it. */
export const useHelpKey = () => {
  const [open, setOpen] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F1') {
      event.preventDefault();
      setOpen(!open);
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation();
      setOpen(false);
    }
  };
  return { open, setOpen, onKeyDown, onBlur: () => setOpen(false) };
};
