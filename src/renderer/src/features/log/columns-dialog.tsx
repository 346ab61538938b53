import { useState } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { ToggleRow } from '../../ui/toggle-row.tsx';
import { optionalColumns, type ChosenColumns } from './columns.ts';

interface ColumnsDialogProps {
  readonly chosen: ChosenColumns;
  readonly onChoose: (chosen: ChosenColumns) => void;
  readonly onClose: () => void;
}

/** Which columns stand, and one of a value in the payload. */
export function ColumnsDialog({ chosen, onChoose, onClose }: ColumnsDialogProps) {
  const { t } = useWords();
  const [path, setPath] = useState(chosen.path);
  const clean = path.trim().replace(/^(payload|\$)\./, '');
  const isWrong = /[\s,]/.test(clean);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('log.columns')}
      about={t('log.columns.about')}
      foot={
        <Button
          look="primary"
          disabled={isWrong}
          onClick={() => {
            onChoose({ ...chosen, path: clean });
            onClose();
          }}
        >
          {t('log.columns.done')}
        </Button>
      }
    >
      {optionalColumns.map((column) => (
        <ToggleRow
          key={column}
          label={t(`log.column.${column}.spoken`)}
          on={!chosen.hidden.includes(column)}
          onChange={(on) =>
            onChoose({
              ...chosen,
              hidden: on ? chosen.hidden.filter((one) => one !== column) : [...chosen.hidden, column],
            })
          }
        />
      ))}
      <Field
        label={t('log.columns.path')}
        hint={t('log.columns.path.about')}
        error={isWrong ? t('log.columns.path.wrong') : undefined}
        stacked
      >
        {(ids) => <TextInput {...ids} mono value={path} placeholder="aps.badge" onText={setPath} />}
      </Field>
    </Dialog>
  );
}
