import { baseOf, fieldRows } from '../kit/field-rows.ts';
import { sources } from './sources.ts';

const bar = { noticeBarInfo: { noticeMsgType: 1, title: 'Denny', content: '你好，晚上见' } };
const expanded = (part: object) => ({ base: baseOf({ ...bar, noticeExpandInfo: part }) });
const opening = (part: object) => ({ base: baseOf({ ...bar, clickTypeInfo: part }) });
const fixed = {
  base: baseOf({
    ...bar,
    advanceInfo: {
      fixDisplay: 1,
      fixStartDisplayTime: '2026-11-21 07:00:00',
      fixEndDisplayTime: '2026-11-21 10:00:00',
    },
  }),
};
const text = expanded({ noticeExpandType: 1, noticeExpandContent: 'more' });
const picture = expanded({ noticeExpandType: 2, noticeExpandImgUrl: 'https://example.org/a.png' });
const page = opening({ clickType: 1, activity: 'com.example.chat.Page' });
const link = opening({ clickType: 2, url: 'https://example.org' });
const custom = opening({ clickType: 3, customAttribute: 'more' });

/** Fields of `messageJson`. Parts that are objects are checked as such. */
export const fields = fieldRows(sources.api, [
  ['noticeBarInfo', 'object'],
  ['noticeBarInfo.noticeMsgType', '0 public, 1 private', [0]],
  ['noticeBarInfo.noticeBarType', '0 standard, 2 of Android', [2]],
  ['noticeBarInfo.title', 'text', ['Other']],
  ['noticeBarInfo.content', 'text', ['其他内容']],
  ['noticeExpandInfo', 'object'],
  ['noticeExpandInfo.noticeExpandType', '0 none, 1 text, 2 picture', [0], text],
  ['noticeExpandInfo.noticeExpandContent', 'text; where the type is 1', ['long'], text],
  ['noticeExpandInfo.noticeExpandImgUrl', 'address; where the type is 2', ['https://example.com/a.png'], picture],
  ['clickTypeInfo', 'object'],
  ['clickTypeInfo.clickType', '0 app, 1 activity, 2 web page, 3 custom', [0], page],
  ['clickTypeInfo.activity', 'name of a class, at most 1,000 bytes', ['com.example.chat.Main'], page],
  ['clickTypeInfo.url', 'address, at most 1,000 bytes', ['https://example.com'], link],
  ['clickTypeInfo.customAttribute', 'text, at most 1,000 bytes', ['words'], custom],
  ['clickTypeInfo.parameters', 'object', [{ ext: '{"entity":{"sender":"ann"}}' }]],
  ['pushTimeInfo', 'object'],
  ['pushTimeInfo.offLine', '0 dropped, 1 kept for an absent phone', [0]],
  ['pushTimeInfo.validTime', '1 to 72 hours', [2]],
  ['advanceInfo', 'object'],
  ['advanceInfo.suspend', '0 or 1: slides in over the screen', [0, 1]],
  ['advanceInfo.clearNoticeBar', '0 or 1', [0, 1]],
  ['advanceInfo.fixDisplay', '0 or 1: shown at a fixed time', [0], fixed],
  ['advanceInfo.fixStartDisplayTime', 'yyyy-MM-dd HH:mm:ss', ['2026-11-21 08:00:00'], fixed],
  ['advanceInfo.fixEndDisplayTime', 'yyyy-MM-dd HH:mm:ss', ['2026-11-21 09:00:00'], fixed],
  [
    'advanceInfo.notificationType',
    'object of vibrate, lights, sound, each 0 or 1',
    [{ vibrate: 0, lights: 0, sound: 0 }],
  ],
  ['advanceInfo.notifyKey', 'up to 8 letters and digits: what it replaces', ['chat1']],
  ['vipInfo', 'object', [{ subtitle: 'more' }]],
  ['vipInfo.subtitle', 'text, at most 16', ['more']],
  ['extra', 'object', [{ callback: 'https://example.com' }]],
  ['extra.callback', 'address, at most 128 bytes', ['https://example.com']],
  ['extra.callback.param', 'text, at most 64 bytes', ['order 7'], { path: ['extra', 'callback.param'] }],
  ['extra.callback.type', '1, 2 or 3', [1, 2, 3], { path: ['extra', 'callback.type'] }],
]);
