import type { Draft } from '../../../shared/contract/index.ts';
import { fieldsOfShape } from '../kit/field-rows.ts';
import { messageShape, sceneShape } from './payload/schema.ts';
import { sources } from './sources.ts';

const notification = {
  category: 'IM',
  title: 'Denny',
  body: 'Lunch at 12:30?',
  clickAction: { actionType: 0 },
};
/** A notification of v3, into which its fields are put. */
const scene: Draft = {
  payload: JSON.stringify({ payload: { notification }, target: {}, pushOptions: { testMessage: true } }),
  options: { api: 'v3', pushType: '0' },
};

/** Every field of v1 and v2, then of a notification of v3, from the shapes the rules use. */
export const fields = [
  ...fieldsOfShape(messageShape, sources.send),
  ...fieldsOfShape(sceneShape('0'), sources.sceneFields, scene, 'v3: '),
];
