import { useWords } from '../i18n/index.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

/** Asks what to do with something unsaved before leaving it. Escape keeps editing. */
export function LeaveDialog(props: {
  readonly open: boolean;
  readonly title: string;
  readonly about: string;
  readonly onSave: () => void;
  readonly onDiscard: () => void;
  readonly onStay: () => void;
}) {
  const { t } = useWords();
  return (
    <Dialog
      open={props.open}
      onClose={props.onStay}
      title={props.title}
      about={props.about}
      foot={
        <>
          <Button look="danger" onClick={props.onDiscard}>
            {t('action.discard')}
          </Button>
          <Button onClick={props.onStay}>{t('action.keepEditing')}</Button>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a question puts the focus on its usual answer, not on its cross */}
          <Button look="primary" autoFocus onClick={props.onSave}>
            {t('action.saveAndGo')}
          </Button>
        </>
      }
    />
  );
}
