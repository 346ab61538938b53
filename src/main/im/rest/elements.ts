import type { MessageElement } from '../../../shared/contract/index.ts';
import { addExtra, isObject, readFields, writeFields, type Field, type JsonObject, type Reports } from './fields.ts';

type Kind = MessageElement['kind'];
const f = (json: string, key: string, kind: Field['kind'], more: Partial<Field> = {}): Field => ({
  json,
  key,
  kind,
  ...more,
});
const variant: readonly Field[] = [
  f('Type', 'type', 'whole', { required: true }),
  f('Size', 'size', 'count'),
  f('Width', 'width', 'count'),
  f('Height', 'height', 'count'),
  f('URL', 'url', 'text'),
];

/** MsgType of each kind and the fields of its MsgContent. Source: message formats, Tencent Cloud Chat. */
export const elementTables: Readonly<Record<Kind, { readonly type: string; readonly fields: readonly Field[] }>> = {
  text: { type: 'TIMTextElem', fields: [f('Text', 'text', 'text', { required: true })] },
  location: {
    type: 'TIMLocationElem',
    fields: [f('Desc', 'desc', 'text'), f('Latitude', 'latitude', 'number'), f('Longitude', 'longitude', 'number')],
  },
  face: { type: 'TIMFaceElem', fields: [f('Index', 'index', 'whole'), f('Data', 'data', 'text')] },
  custom: {
    type: 'TIMCustomElem',
    fields: [
      f('Data', 'data', 'text'),
      f('Desc', 'desc', 'text'),
      f('Ext', 'ext', 'text'),
      f('Sound', 'sound', 'text'),
    ],
  },
  sound: {
    type: 'TIMSoundElem',
    fields: [
      f('Url', 'url', 'text'),
      f('UUID', 'uuid', 'text'),
      f('Size', 'size', 'count'),
      f('Second', 'seconds', 'count'),
      f('Download_Flag', 'downloadFlag', 'whole'),
    ],
  },
  image: {
    type: 'TIMImageElem',
    fields: [
      f('UUID', 'uuid', 'text'),
      f('ImageFormat', 'format', 'whole'),
      f('ImageInfoArray', 'images', 'list', { table: variant }),
    ],
  },
  file: {
    type: 'TIMFileElem',
    fields: [
      f('Url', 'url', 'text'),
      f('UUID', 'uuid', 'text'),
      f('FileSize', 'size', 'count'),
      f('FileName', 'fileName', 'text'),
      f('Download_Flag', 'downloadFlag', 'whole'),
    ],
  },
  video: {
    type: 'TIMVideoFileElem',
    fields: [
      f('VideoUrl', 'url', 'text'),
      f('VideoUUID', 'uuid', 'text'),
      f('VideoSize', 'size', 'count'),
      f('VideoSecond', 'seconds', 'count'),
      f('VideoFormat', 'format', 'text'),
      f('VideoDownloadFlag', 'downloadFlag', 'whole'),
      f('ThumbUrl', 'thumbUrl', 'text'),
      f('ThumbUUID', 'thumbUuid', 'text'),
      f('ThumbSize', 'thumbSize', 'count'),
      f('ThumbWidth', 'thumbWidth', 'count'),
      f('ThumbHeight', 'thumbHeight', 'count'),
      f('ThumbFormat', 'thumbFormat', 'text'),
      f('ThumbDownloadFlag', 'thumbDownloadFlag', 'whole'),
    ],
  },
  relay: {
    type: 'TIMRelayElem',
    fields: [
      f('Title', 'title', 'text'),
      f('MsgNum', 'count', 'count'),
      f('CompatibleText', 'compatibleText', 'text'),
      f('AbstractList', 'abstracts', 'texts'),
      f('MsgList', 'messages', 'array'),
      f('JsonMsgKey', 'messagesKey', 'text'),
    ],
  },
};
const kindOf = new Map(Object.entries(elementTables).map(([kind, { type }]) => [type, kind as Kind]));

/** Where fields beside MsgType and MsgContent are kept. */
const beside = '@element';
/** A field of the content with this very name is kept under one more `@`, so that neither takes the other's place. */
const apart = (extra: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(extra).map(([name, value]) => [/^@+element$/.test(name) ? `@${name}` : name, value]),
  );
const together = (extra: JsonObject): JsonObject =>
  Object.fromEntries(
    Object.entries(extra).map(([name, value]) => [/^@@+element$/.test(name) ? name.slice(1) : name, value]),
  );

export interface ElementReports extends Reports {
  unknownType(path: string, type: string): void;
}

/** A custom element has texts that may be empty; an empty one that was written stays written. */
const readCustom = (read: JsonObject): JsonObject => {
  const empty = elementTables.custom.fields.filter((field) => read[field.key] === '').map((field) => [field.json, '']);
  const extra = { ...Object.fromEntries(empty), ...(read['extra'] as JsonObject | undefined) };
  const known = { data: '', desc: '', ext: '', sound: '', ...read };
  return Object.keys(extra).length > 0 ? { ...known, extra } : known;
};

/** Reads one entry of MsgBody. Null: it is none, which has been reported. */
export const readElement = (value: unknown, path: string, reports: ElementReports): MessageElement | null => {
  if (!isObject(value)) {
    reports.wrong(path, 'an object', typeof value);
    return null;
  }
  const { MsgType: type, MsgContent: content, ...others } = value;
  const kind = typeof type === 'string' ? kindOf.get(type) : undefined;
  if (kind === undefined) {
    if (typeof type === 'string') reports.unknownType(`${path}.MsgType`, type);
    else reports.wrong(`${path}.MsgType`, 'a string', type === undefined ? 'nothing' : typeof type);
    return null;
  }
  if (!isObject(content)) {
    reports.wrong(`${path}.MsgContent`, 'an object', content === undefined ? 'nothing' : typeof content);
    return null;
  }
  let read = readFields(content, elementTables[kind].fields, `${path}.MsgContent`, reports);
  if (isObject(read['extra'])) read['extra'] = apart(read['extra']);
  if (kind === 'custom') read = readCustom(read);
  for (const name of Object.keys(others)) reports.unknown(`${path}.${name}`);
  if (Object.keys(others).length > 0) {
    read['extra'] = { ...(read['extra'] as JsonObject | undefined), [beside]: others };
  }
  // The table has the fields of the contract under their names; what is missing has been reported.
  return { kind, ...read } as MessageElement;
};

/** Writes one entry of MsgBody. */
export const writeElement = (element: MessageElement): JsonObject => {
  const { type, fields } = elementTables[element.kind];
  const { [beside]: others, ...extra } = element.extra ?? {};
  const set = Object.fromEntries(
    Object.entries(element).filter(([, value]) => element.kind !== 'custom' || value !== ''),
  );
  const result: JsonObject = { MsgType: type, MsgContent: writeFields({ ...set, extra: together(extra) }, fields) };
  addExtra(result, others);
  return result;
};
