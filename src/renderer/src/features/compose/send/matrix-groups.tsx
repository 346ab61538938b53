import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { cutMiddle } from '../../../../../shared/kit/text.ts';
import { grouped } from '../../../ui/format.ts';
import { Bare, Sure } from '../../../ui/marks.tsx';
import { rowName, wentWell, type MatrixGroup } from '../model/send-matrix.ts';
import { cellsOf, codeOf } from './matrix-words.ts';
import type { Why } from './use-matrix.ts';
import css from './matrix.module.css';

/** As many as are named in one sentence; of more only the number is said. */
const mostNames = 2;

const cellOf = (group: MatrixGroup) => {
  const [, taken, seen] = cellsOf({ decided: 'raw', ...group });
  return group.taken === 'accepted' ? seen : taken;
};

/** The reasons as filters: one press shows the rows that ended so. */
export function MatrixFilters(props: {
  readonly groups: readonly MatrixGroup[];
  readonly count: number;
  /** Id of the group that is shown; empty: all. */
  readonly shown: string;
  readonly onShow: (id: string) => void;
}) {
  const { groups, count, shown, onShow } = props;
  const { t, locale } = useWords();
  return (
    <div role="group" aria-label={t('compose.matrix.filter')} className={css['filters']}>
      <button type="button" aria-pressed={shown === ''} onClick={() => onShow('')}>
        {t('compose.matrix.all')} <span className={css['count']}>{grouped(count, locale)}</span>
      </button>
      {groups.map((group) => {
        const cell = cellOf(group);
        return (
          <button
            key={group.id}
            type="button"
            aria-pressed={shown === group.id}
            onClick={() => onShow(shown === group.id ? '' : group.id)}
          >
            <Bare tone={wentWell(group) ? 'accepted' : cell.tone}>
              {wentWell(group) ? t('compose.matrix.well') : (group.reason ?? t(cell.id))}
            </Bare>
            <span className={css['count']}>{grouped(group.rows.length, locale)}</span>
          </button>
        );
      })}
    </div>
  );
}

/** Why some did not go well, a sentence for each reason. */
export function MatrixWhys(props: {
  readonly groups: readonly MatrixGroup[];
  readonly whys: ReadonlyMap<string, Why>;
}) {
  const { t, say } = useWords();
  const devices = useFrom('workspace', (state) => state.devices);
  const told = props.groups.flatMap((group) => {
    const why = props.whys.get(group.id);
    return why && !wentWell(group) ? [{ group, why }] : [];
  });
  if (told.length === 0) return null;
  return (
    <ul className={css['whys']} aria-label={t('compose.matrix.whys')}>
      {told.map(({ group, why }) => {
        const names = group.rows
          .slice(0, mostNames)
          .map((row) => rowName(row, devices, cutMiddle, t('compose.results.nobody')));
        const others = group.rows.length - names.length;
        const all = names.join(t('compose.list.comma'));
        const [first] = group.rows;
        return (
          <li key={group.id}>
            <Bare tone={cellOf(group).tone}>
              <b>{others > 0 ? t('compose.matrix.others', { names: all, n: others }) : all}</b>
            </Bare>
            {first && codeOf(first) !== '' && <code>{codeOf(first)}</code>}
            <span>{say(why.phrase)}</span>
            {why.certainty && <Sure certainty={why.certainty} />}
          </li>
        );
      })}
    </ul>
  );
}
