import { fieldsOfShape } from '../kit/field-rows.ts';
import { bodyShape } from './payload/schema.ts';
import { sources } from './sources.ts';

/** Every field of the body that Pushscope knows, from the shape the rules use. */
export const fields = fieldsOfShape(bodyShape, sources.send);
