import { X } from 'lucide-react';
import { AlertDialog, Dialog as RadixDialog } from 'radix-ui';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/index.ts';
import { Button, IconButton } from './button.tsx';
import css from './dialog.module.css';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** One sentence under the title. */
  readonly about?: string;
  /** Absent: title and sentence say it all. */
  readonly children?: ReactNode;
  readonly foot?: ReactNode;
  readonly wide?: boolean;
}

/** A dialog begins in its first field; one without fields begins on itself, so that its title is read. */
const focusFirstField = (event: Event): void => {
  const { currentTarget } = event;
  if (!(currentTarget instanceof HTMLElement)) return;
  event.preventDefault();
  if (currentTarget.contains(document.activeElement)) return;
  const field = currentTarget.querySelector<HTMLElement>('input:not([type="file"]), textarea, select');
  (field ?? currentTarget).focus();
};

/** A task in front of the window. Escape and the cross close it. */
export function Dialog({ open, onClose, title, about, children, foot, wide = false }: DialogProps) {
  const { t } = useWords();
  return (
    <RadixDialog.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <RadixDialog.Portal>
        <RadixDialog.Overlay className={css['overlay']} />
        <RadixDialog.Content
          className={css['dialog']}
          data-wide={wide || undefined}
          onOpenAutoFocus={focusFirstField}
          {...(about === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <header className={css['head']}>
            <div>
              <RadixDialog.Title className={css['title']}>{title}</RadixDialog.Title>
              {about !== undefined && (
                <RadixDialog.Description className={css['about']}>{about}</RadixDialog.Description>
              )}
            </div>
            <RadixDialog.Close asChild>
              <IconButton icon={<X />} label={t('action.close')} small />
            </RadixDialog.Close>
          </header>
          {children !== undefined && <div className={css['body']}>{children}</div>}
          {foot !== undefined && <footer className={css['foot']}>{foot}</footer>}
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  );
}

/** Asks before something is removed for good. */
export function Confirm(props: {
  readonly open: boolean;
  readonly title: string;
  readonly about: string;
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  return (
    <AlertDialog.Root open={props.open} onOpenChange={(next) => !next && props.onClose()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={css['overlay']} />
        <AlertDialog.Content className={css['dialog']} data-small>
          <div className={css['body']}>
            <AlertDialog.Title className={css['title']}>{props.title}</AlertDialog.Title>
            <AlertDialog.Description className={css['about']}>{props.about}</AlertDialog.Description>
          </div>
          <footer className={css['foot']}>
            <AlertDialog.Cancel asChild>
              <Button>{t('action.cancel')}</Button>
            </AlertDialog.Cancel>
            <AlertDialog.Action asChild>
              <Button look="danger" onClick={props.onConfirm}>
                {props.action}
              </Button>
            </AlertDialog.Action>
          </footer>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
