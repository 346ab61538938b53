import type { App, NotificationAction } from '../../../../../shared/contract/index.ts';
import type { FieldProblem } from './draft.ts';

/** One button of a notification as the editor holds it: with the category that it belongs to. */
export interface ActionRow extends Pick<NotificationAction, 'id' | 'title' | 'kind'> {
  readonly category: string;
}

export const blankAction: ActionRow = { category: '', id: '', title: '', kind: 'plain' };

/** The buttons of all categories, one a row, in their order. */
export const actionRows = (categories: App['categories']): ActionRow[] =>
  Object.entries(categories).flatMap(([category, actions]) =>
    actions.map(({ id, title, kind }) => ({ category, id, title, kind })),
  );

const texts = ['category', 'id', 'title'] as const;
const tidy = (rows: readonly ActionRow[]): ActionRow[] =>
  rows
    .map((row) => ({ ...row, category: row.category.trim(), id: row.id.trim(), title: row.title.trim() }))
    .filter((row) => texts.some((field) => row[field] !== ''));

/** The categories that the rows make; rows without any text are none. */
export const categoriesOf = (rows: readonly ActionRow[]): App['categories'] =>
  Object.fromEntries(
    [...Map.groupBy(tidy(rows), ({ category }) => category)].map(([category, members]) => [
      category,
      members.map(({ id, title, kind }) => ({ id, title, kind })),
    ]),
  );

/** More buttons than this no category can hold. */
const most = 10;

/** What is wrong with the rows, as an id of the catalogue with what fills it; undefined when nothing is. */
export const actionsProblem = (rows: readonly ActionRow[]): FieldProblem | undefined => {
  const all = tidy(rows);
  if (all.some((row) => texts.some((field) => row[field] === ''))) return { id: 'credentials.problem.actionEmpty' };
  const names = all.map(({ category, id }) => JSON.stringify([category, id]));
  const twice = all.find((_, at) => names.indexOf(names[at] ?? '') !== at);
  if (twice) return { id: 'credentials.problem.actionTwice', params: { id: twice.id, category: twice.category } };
  const full = [...Map.groupBy(all, ({ category }) => category)].find(([, members]) => members.length > most);
  return full && { id: 'credentials.problem.actionsMany', params: { category: full[0], most } };
};
