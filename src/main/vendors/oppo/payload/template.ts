import { advice, type Finding } from '../../kit/findings.ts';
import type { JsonObject } from '../../kit/json.ts';
import type { MessageClass } from '../categories.ts';
import { textOf } from './fields.ts';
import { refusal } from './rules.ts';

/** A private message names no template. Seen refused since 2025. */
export const lacksTemplate = (notification: JsonObject | null, messageClass: MessageClass | null): boolean =>
  messageClass === 'private' && !textOf(notification, 'private_msg_template_id');

export const templateRefusal = () => refusal(54, 'private_msg_template_id is null');

/** The same for the editor: a warning, because accounts of the older rule are not refused. */
export const adviseTemplate = (notification: JsonObject, messageClass: MessageClass | null): Finding<never>[] =>
  lacksTemplate(notification, messageClass)
    ? [advice('warning', 'no-template', '$.notification', { hasFix: true, certainty: 'reported' })]
    : [];
