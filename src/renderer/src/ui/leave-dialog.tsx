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
          <Button look="primary" onClick={props.onSave}>
            {t('action.saveAndGo')}
          </Button>
        </>
      }
    />
  );
}
