import type { Migration } from './index.ts';

const sql = `
  CREATE TABLE recurring_texts (key TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
  ALTER TABLE exchange_details ADD COLUMN recurring TEXT;
  DROP INDEX exchanges_by_message;
  CREATE INDEX exchanges_by_message ON exchanges (message_id) WHERE message_id GLOB 'msg_*';
`;

/**
 * A verdict is four of the six kilobytes of a captured push and nearly always the same, so it is kept once. The index keeps only
 * messages of ours: the ids of others are random, and every push would rewrite a page of its own for them.
 */
export const recurringTexts: Migration = {
  version: 2,
  name: 'recurring-texts',
  up: (db) => {
    db.exec(sql);
  },
};
