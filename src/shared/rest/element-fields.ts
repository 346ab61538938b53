import type { MessageElement } from '../contract/message.ts';
import { field as f, type Field, type Place } from './field.ts';

type Kind = MessageElement['kind'];
const fetched = { values: [2], example: 2 } as const;

const variant: readonly Field[] = [
  f('Type', 'type', 'whole', { required: true, values: [1, 2, 3], example: 1 }),
  f('Size', 'size', 'count', { example: 1853 }),
  f('Width', 'width', 'count', { example: 1080 }),
  f('Height', 'height', 'count', { example: 1920 }),
  f('URL', 'url', 'text', { example: 'https://example.com/picture.jpg' }),
];

/** What a kind of element is called in the API. */
export interface ElementTable {
  readonly type: Extract<Place, `TIM${string}Elem`>;
  readonly fields: readonly Field[];
}

/** MsgType of each kind and the fields of its MsgContent. Source: message formats, Tencent Cloud Chat. */
export const elementTables: Readonly<Record<Kind, ElementTable>> = {
  text: { type: 'TIMTextElem', fields: [f('Text', 'text', 'text', { required: true, long: true, example: 'Lunch?' })] },
  location: {
    type: 'TIMLocationElem',
    fields: [
      f('Desc', 'desc', 'text', { example: 'Shenzhen' }),
      f('Latitude', 'latitude', 'number', { example: 22.54 }),
      f('Longitude', 'longitude', 'number', { example: 113.93 }),
    ],
  },
  face: {
    type: 'TIMFaceElem',
    fields: [f('Index', 'index', 'whole', { example: 1 }), f('Data', 'data', 'text', { long: true })],
  },
  custom: {
    type: 'TIMCustomElem',
    fields: [
      f('Data', 'data', 'text', { long: true }),
      f('Desc', 'desc', 'text', { long: true }),
      f('Ext', 'ext', 'text', { long: true }),
      f('Sound', 'sound', 'text', { example: 'dingdong.aiff' }),
    ],
  },
  sound: {
    type: 'TIMSoundElem',
    fields: [
      f('Second', 'seconds', 'count', { example: 7 }),
      f('Url', 'url', 'text', { example: 'https://example.com/sound.mp3' }),
      f('UUID', 'uuid', 'text'),
      f('Size', 'size', 'count'),
      f('Download_Flag', 'downloadFlag', 'whole', fetched),
    ],
  },
  image: {
    type: 'TIMImageElem',
    fields: [
      f('UUID', 'uuid', 'text'),
      f('ImageFormat', 'format', 'whole', { values: [1, 2, 3, 4, 255], example: 1 }),
      f('ImageInfoArray', 'images', 'list', { table: variant, place: 'ImageInfoArray' }),
    ],
  },
  file: {
    type: 'TIMFileElem',
    fields: [
      f('FileName', 'fileName', 'text', { example: 'contract.pdf' }),
      f('Url', 'url', 'text', { example: 'https://example.com/contract.pdf' }),
      f('UUID', 'uuid', 'text'),
      f('FileSize', 'size', 'count'),
      f('Download_Flag', 'downloadFlag', 'whole', fetched),
    ],
  },
  video: {
    type: 'TIMVideoFileElem',
    fields: [
      f('VideoUrl', 'url', 'text', { example: 'https://example.com/video.mp4' }),
      f('VideoUUID', 'uuid', 'text'),
      f('VideoSize', 'size', 'count'),
      f('VideoSecond', 'seconds', 'count', { example: 12 }),
      f('VideoFormat', 'format', 'text', { example: 'mp4' }),
      f('VideoDownloadFlag', 'downloadFlag', 'whole', fetched),
      f('ThumbUrl', 'thumbUrl', 'text'),
      f('ThumbUUID', 'thumbUuid', 'text'),
      f('ThumbSize', 'thumbSize', 'count'),
      f('ThumbWidth', 'thumbWidth', 'count'),
      f('ThumbHeight', 'thumbHeight', 'count'),
      f('ThumbFormat', 'thumbFormat', 'text', { example: 'JPG' }),
      f('ThumbDownloadFlag', 'thumbDownloadFlag', 'whole', fetched),
    ],
  },
  relay: {
    type: 'TIMRelayElem',
    fields: [
      f('Title', 'title', 'text', { example: 'Chat history' }),
      f('MsgNum', 'count', 'count', { example: 2 }),
      f('CompatibleText', 'compatibleText', 'text'),
      f('AbstractList', 'abstracts', 'texts'),
      f('MsgList', 'messages', 'array'),
      f('JsonMsgKey', 'messagesKey', 'text'),
    ],
  },
};
