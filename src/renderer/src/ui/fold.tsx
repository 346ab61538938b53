import { ChevronRight } from 'lucide-react';
import { Collapsible } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './fold.module.css';

interface FoldProps {
  readonly title: ReactNode;
  /** Said at the end of the line, also while it is closed: how many, how much. */
  readonly note?: ReactNode;
  readonly startsOpen?: boolean;
  /** The arrow stands at the end of the line: for lines that begin in a column with others. */
  readonly arrowLast?: boolean;
  /** Given when somebody else can open it too. */
  readonly control?: { readonly open: boolean; readonly onOpen: (open: boolean) => void };
  readonly children: ReactNode;
}

/** Something most people do not need, one press away. */
export function Fold({ title, note, startsOpen = false, arrowLast = false, control, children }: FoldProps) {
  return (
    <Collapsible.Root
      className={css['fold']}
      {...(control ? { open: control.open, onOpenChange: control.onOpen } : { defaultOpen: startsOpen })}
    >
      <Collapsible.Trigger className={css['trigger']} data-arrow-last={arrowLast || undefined}>
        <ChevronRight aria-hidden />
        <span className={css['title']}>{title}</span>
        {note !== undefined && <span className={css['note']}>{note}</span>}
      </Collapsible.Trigger>
      <Collapsible.Content className={css['content']}>{children}</Collapsible.Content>
    </Collapsible.Root>
  );
}
