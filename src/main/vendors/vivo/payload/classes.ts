import type { Certainty } from '../../../../shared/contract/index.ts';
import type { JsonObject } from '../../kit/json.ts';

/** 0 operation, 1 system. */
export type MessageClass = 0 | 1;

/**
 * Second-level classes and the class each belongs to. Only IM and MARKETING were read on a page; the spelling of the others is
 * assumed. Source: «message classification».
 */
export const categories: Readonly<Record<string, { readonly of: MessageClass; readonly certainty: Certainty }>> = {
  IM: { of: 1, certainty: 'documented' },
  MARKETING: { of: 0, certainty: 'documented' },
  ACCOUNT: { of: 1, certainty: 'guess' },
  TODO: { of: 1, certainty: 'guess' },
  DEVICE_REMINDER: { of: 1, certainty: 'guess' },
  ORDER: { of: 1, certainty: 'guess' },
  SUBSCRIPTION: { of: 1, certainty: 'guess' },
  NEWS: { of: 0, certainty: 'guess' },
  CONTENT: { of: 0, certainty: 'guess' },
  SOCIAL: { of: 0, certainty: 'guess' },
};

/** The class vivo works with: the one given, else that of the category, else operation. */
export const classOf = (body: JsonObject): MessageClass => {
  const given = body['classification'];
  if (given === 1 || given === 0) return given;
  const category = body['category'];
  return (typeof category === 'string' ? categories[category]?.of : undefined) ?? 0;
};
