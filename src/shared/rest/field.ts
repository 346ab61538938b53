import type { Certainty, Source } from '../contract/common.ts';
import type { RestCall } from '../contract/rest.ts';

/**
 * `flag`: 0 or 1 in the API, a boolean with us. `whole-text`: a whole number as text there (and taken as either), a number with us.
 * `switch`: a boolean on both sides.
 */
export type Kind =
  'text' | 'whole' | 'count' | 'number' | 'flag' | 'switch' | 'object' | 'texts' | 'array' | 'whole-text' | 'list';

/** Objects of the API that have fields of their own; `call` is the outermost. Texts of a field are found by place and name. */
export type Place =
  | 'call'
  | 'GroupAtInfo'
  | 'TIMTextElem'
  | 'TIMLocationElem'
  | 'TIMFaceElem'
  | 'TIMCustomElem'
  | 'TIMSoundElem'
  | 'TIMImageElem'
  | 'ImageInfoArray'
  | 'TIMFileElem'
  | 'TIMVideoFileElem'
  | 'TIMRelayElem'
  | 'OfflinePushInfo'
  | 'MultiLanguageContent'
  | 'AndroidInfo'
  | 'ApnsInfo'
  | 'LiveActivity'
  | 'HarmonyInfo'
  | 'TIMMessageOfflinePushSettings'
  | 'AndroidSettings'
  | 'IOSSettings';

/** One field of the REST API. The same tables read and write JSON, make the published schema and the fields of the form. */
export interface Field {
  /** Name in the API. */
  readonly json: string;
  /** Name of ours; `vendor.name` goes into the object of the vendor. */
  readonly key: string;
  readonly kind: Kind;
  readonly required?: boolean;
  /** `list`: the fields of each entry. `object` with a table: the fields inside. */
  readonly table?: readonly Field[];
  /** Where the fields of `table` are described. */
  readonly place?: Place;
  /** Values outside are kept as they are, with a warning. */
  readonly range?: readonly [number, number];
  /** The only values there are; others are kept as they are, with a warning. */
  readonly choices?: readonly string[];
  /** Values worth offering; others are taken without a word. Each has words of its own. */
  readonly values?: readonly (string | number)[];
  /** A good value, for placeholders and completion. */
  readonly example?: unknown;
  /** A text that people write in sentences or in JSON. */
  readonly long?: boolean;
  /** The calls that have it. Absent: all three. */
  readonly calls?: readonly RestCall[];
  /** First SDK version that has it. */
  readonly since?: string;
  /** Push services that read it, as people call them. Absent: all, or it is about no push. */
  readonly vendors?: string;
  /** Absent: documented. */
  readonly certainty?: Certainty;
}

export const field = (json: string, key: string, kind: Kind, more: Partial<Field> = {}): Field => ({
  json,
  key,
  kind,
  ...more,
});

const checked = '2026-11-21';
const format: Source = {
  title: 'Tencent Cloud Chat: message formats, OfflinePushInfo',
  url: 'https://www.tencentcloud.com/document/product/1047/33527',
  checked,
};
const call: Source = {
  title: 'Tencent Cloud Chat: sending a one-to-one message (REST)',
  url: 'https://www.tencentcloud.com/document/product/1047/34919',
  checked,
};
const legacy: Source = {
  title: 'Tencent Cloud IM: basic settings of offline push, SDK before V2TIM (Chinese)',
  url: 'https://cloud.tencent.com/document/product/269/9234',
  checked,
};

/** The document that describes the fields of a place. */
export const sourceOf = (place: Place): Source => {
  if (place === 'call' || place === 'GroupAtInfo') return call;
  return place === 'TIMMessageOfflinePushSettings' || place.endsWith('Settings') ? legacy : format;
};
