import { Check, FileDown, PenLine, TriangleAlert } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { AppState, TapMatrixRow } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy.tsx';
import { downloadText } from '../../../ui/download.ts';
import { Select } from '../../../ui/field.tsx';
import { Chip, VendorMark } from '../../../ui/marks.tsx';
import { EmptyState, FailureNote } from '../../../ui/notes.tsx';
import { Pane, Split } from '../../../ui/pane.tsx';
import { useNames, useResultWords } from '../inspector/result-words.ts';
import { appStates } from '../inspector/subject.ts';
import { TapParts } from '../inspector/tap-parts.tsx';
import { spoken } from '../../../ui/spoken.ts';
import { PictureButton } from '../picture/picture-button.tsx';
import { useSubjectMessage } from '../use-subject-message.ts';
import { ViewSwitch } from '../view-switch.tsx';
import { cellsOf, defaultTarget, targetsOf, toCsv, toMarkdown, type Cell, type Table } from './matrix.ts';
import { useMatrix } from './use-matrix.ts';
import css from './matrix.module.css';

interface RowWords {
  readonly row: TapMatrixRow;
  readonly name: string;
  readonly owner: string;
  readonly cells: readonly Cell[];
}

/** The rows with what names them. */
const useRows = (rows: readonly TapMatrixRow[], target: string): readonly RowWords[] => {
  const { t } = useWords();
  const names = useNames();
  const devices = useFrom('workspace', (state) => state.devices);
  return rows.map((row) => ({
    row,
    name: devices.find((one) => one.id === row.deviceId)?.name ?? row.deviceId,
    owner:
      names.accounts.find((one) => one.userId === row.userId)?.nickname || (row.userId ?? t('phones.device.nobody')),
    cells: cellsOf(row, target, names),
  }));
};

const targetText = ({ tap }: Cell): string => {
  const { target } = tap.rules;
  return target ? (target.kind === 'screen' ? target.screen : target.url) : tap.opens.name;
};

/** The matrix as a table of texts, one line for each device and state. */
const useTable = (rows: readonly RowWords[]): Table => {
  const { t, say } = useWords();
  const wordsOf = useResultWords();
  const head = ['device', 'owner', 'vendor', 'state', 'callback', 'lands', 'target', 'asMeant', 'why'] as const;
  return [
    head.map((name) => t(`phones.matrix.column.${name}`)),
    ...rows.flatMap(({ row, name, owner, cells }) =>
      cells.map((cell) => [
        name,
        owner,
        row.vendor,
        t(`phones.state.${cell.state}`),
        cell.tap.callback?.name ?? t('phones.callback.none'),
        wordsOf(cell.result),
        targetText(cell),
        t(cell.differs ? 'phones.matrix.differs' : 'phones.matrix.same'),
        [row.stoppedBy, cell.tap.stoppedBecause].flatMap((one) => (one ? [say(one)] : [])).join(' '),
      ]),
    ),
  ];
};

function MatrixCell(props: {
  readonly cell: Cell;
  readonly device: string;
  readonly isChosen: boolean;
  onChoose: () => void;
}) {
  const { cell, device, isChosen, onChoose } = props;
  const { t } = useWords();
  const wordsOf = useResultWords();
  const callback = cell.tap.callback?.name ?? t('phones.callback.none');
  const verdict = t(cell.differs ? 'phones.matrix.differs' : 'phones.matrix.same');
  const lands = wordsOf(cell.result);
  const state = t(`phones.state.${cell.state}`);
  return (
    <td className={css['cell']} data-tone={cell.differs ? 'warning' : 'accepted'}>
      <button type="button" aria-pressed={isChosen} onClick={onChoose}>
        <span className={spoken}>{t('phones.matrix.cell', { device, state })} </span>
        <code title={callback}>{callback}</code> <span className={css['lands']}>{lands}</span>{' '}
        <span className={css['verdict']}>
          {cell.differs ? <TriangleAlert aria-hidden /> : <Check aria-hidden />}
          {verdict}
        </span>
      </button>
    </td>
  );
}

function MatrixRow(props: {
  readonly words: RowWords;
  readonly chosen: Chosen | null;
  readonly onChoose: (state: AppState) => void;
}) {
  const { words, chosen, onChoose } = props;
  const { row, name, owner, cells } = words;
  const { t, say } = useWords();
  return (
    <tr>
      <th scope="row" className={css['device']}>
        <span className={css['who']}>
          <VendorMark vendor={row.vendor} />
          <span>
            <b>{name}</b>
            <small>{owner}</small>
          </span>
        </span>
        {row.stoppedBy && (
          <>
            <Chip tone="rejected">{t('phones.matrix.notPushed')}</Chip>
            <small>{say(row.stoppedBy)}</small>
          </>
        )}
      </th>
      {cells.map((cell) => (
        <MatrixCell
          key={cell.state}
          cell={cell}
          device={name}
          isChosen={chosen?.deviceId === row.deviceId && chosen.state === cell.state}
          onChoose={() => onChoose(cell.state)}
        />
      ))}
      {cells.length === 0 && (
        <td colSpan={appStates.length} className={css['none']}>
          {t('phones.matrix.noDraft')}
        </td>
      )}
    </tr>
  );
}

interface Chosen {
  readonly deviceId: string;
  readonly state: AppState;
}

/** One message on all its devices in every state of the app: who is called, where the app lands, and what differs. */
export function MatrixView() {
  const { t } = useWords();
  const { ui } = useStores();
  const subject = useSubjectMessage();
  const names = useNames();
  const wordsOf = useResultWords();
  const sheet = useRef<HTMLDivElement>(null);
  const [meant, setMeant] = useState('');
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { rows, isAsking, failure } = useMatrix(subject.input);
  const targets = useMemo(() => targetsOf(rows, names), [rows, names]);
  const target = targets.some(({ key }) => key === meant) ? meant : defaultTarget(targets);
  const wordRows = useRows(rows, target);
  const table = useTable(wordRows);
  const cells = wordRows.flatMap((one) => one.cells);
  const differing = cells.filter((cell) => cell.differs).length;
  const shown = wordRows
    .find(({ row }) => row.deviceId === chosen?.deviceId)
    ?.cells.find(({ state }) => state === chosen?.state);
  const hasRows = rows.length > 0;
  return (
    <Split
      id="tap-matrix"
      panels={[
        {
          id: 'table',
          size: '62%',
          min: '480px',
          content: (
            <Pane
              title={t('phones.view.matrix')}
              head={<ViewSwitch />}
              actions={
                hasRows && (
                  <>
                    <CopyButton text={toCsv(table)} label={t('phones.matrix.copyCsv')} words="CSV" />
                    <CopyButton text={toMarkdown(table)} label={t('phones.matrix.copyMarkdown')} words="Markdown" />
                    <Button
                      small
                      icon={<FileDown />}
                      aria-label={t('phones.matrix.saveCsv')}
                      onClick={() => downloadText('tap-matrix.csv', toCsv(table), 'text/csv')}
                    >
                      .csv
                    </Button>
                    <Button
                      small
                      icon={<FileDown />}
                      aria-label={t('phones.matrix.saveMarkdown')}
                      onClick={() => downloadText('tap-matrix.md', toMarkdown(table), 'text/markdown')}
                    >
                      .md
                    </Button>
                    <PictureButton target={sheet} fileName="tap-matrix.png" label={t('phones.picture.matrix')} />
                  </>
                )
              }
            >
              <div className={css['bar']}>
                <label>
                  {t('phones.matrix.message')}
                  <Select
                    aria-label={t('phones.matrix.message')}
                    value={subject.chosen}
                    choices={subject.choices.map(({ id, name }) => ({
                      value: id,
                      label: name ?? t('phones.matrix.composed'),
                    }))}
                    onChoose={subject.choose}
                  />
                </label>
                <Button small icon={<PenLine />} onClick={() => ui.go('compose')}>
                  {t('phones.matrix.edit')}
                </Button>
                {targets.length > 0 && (
                  <label>
                    {t('phones.matrix.meant')}
                    <Select
                      aria-label={t('phones.matrix.meant')}
                      value={target}
                      choices={targets.map(({ key, result, count }) => ({
                        value: key,
                        label: t('phones.matrix.target', { target: wordsOf(result), n: count }),
                      }))}
                      onChoose={setMeant}
                    />
                  </label>
                )}
              </div>
              {failure && <FailureNote failure={failure} />}
              {hasRows && (
                <div ref={sheet} className={css['sheet']}>
                  <p className={css['sum']} role="status" data-tone={differing > 0 ? 'warning' : 'accepted'}>
                    {differing > 0 ? <TriangleAlert aria-hidden /> : <Check aria-hidden />}
                    {t('phones.matrix.sum', { n: differing, total: cells.length })}
                  </p>
                  <table className={css['matrix']} aria-label={t('phones.view.matrix')}>
                    <thead>
                      <tr>
                        <th scope="col">{t('phones.matrix.column.device')}</th>
                        {appStates.map((state) => (
                          <th key={state} scope="col">
                            {t(`phones.state.${state}`)}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {wordRows.map((words) => (
                        <MatrixRow
                          key={words.row.deviceId}
                          words={words}
                          chosen={chosen}
                          onChoose={(state) => setChosen({ deviceId: words.row.deviceId, state })}
                        />
                      ))}
                    </tbody>
                  </table>
                </div>
              )}
              {!hasRows && !failure && !isAsking && (
                <EmptyState
                  title={t('phones.matrix.empty')}
                  actions={<Button onClick={() => ui.go('compose')}>{t('phones.matrix.edit')}</Button>}
                >
                  {t('phones.matrix.empty.text')}
                </EmptyState>
              )}
            </Pane>
          ),
        },
        {
          id: 'trace',
          min: '340px',
          content: (
            <Pane title={t('phones.matrix.trace')}>
              {shown ? (
                <div className={css['trace']}>
                  <TapParts tap={shown.tap} isReal={false} />
                </div>
              ) : (
                <EmptyState title={t('phones.matrix.trace.none')}>{t('phones.matrix.trace.none.text')}</EmptyState>
              )}
            </Pane>
          ),
        },
      ]}
    />
  );
}
