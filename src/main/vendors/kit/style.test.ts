import { describe, expect, it } from 'vitest';
import { findVendor } from '../index.ts';
import type { VendorId } from '../../../shared/contract/index.ts';

const card = (vendor: VendorId, value: object) =>
  findVendor(vendor)!.display.card(
    { payload: JSON.stringify(value), options: {} },
    { platform: 'android', appName: 'App' },
  );
const huawei = (over: object) =>
  card('huawei', { message: { android: { category: 'IM', notification: { title: 'A', body: 'B', ...over } } } });
const honor = (over: object) =>
  card('honor', { android: { notification: { title: 'A', body: 'B', importance: 'NORMAL', ...over } } });
const xiaomi = (extra: object) =>
  card('xiaomi', { title: 'A', description: 'B', extra: { channel_id: '1', ...extra } });
const style = (over: object) => ({
  bigTitle: '',
  bigText: '',
  lines: [],
  messages: [],
  largeIconUrl: '',
  actions: [],
  progress: null,
  ...over,
});

describe('what a template adds', () => {
  it('FCM: long text, or the picture', () => {
    const fcm = (over: object) =>
      card('fcm', { message: { token: 'x', notification: { title: 'A', body: 'B', ...over } } });
    expect(fcm({}).android).toEqual(style({ kind: 'big-text' }));
    expect(fcm({ image: 'https://a/b.png' }).android).toEqual(style({ kind: 'picture' }));
  });
  it('Huawei: 1 is a long text, 3 an inbox, buttons and a small picture', () => {
    expect(huawei({}).android).toBeUndefined();
    expect(huawei({ style: 1, big_title: 'T', big_body: 'X' }).android).toEqual(
      style({ kind: 'big-text', bigTitle: 'T', bigText: 'X' }),
    );
    expect(huawei({ style: 3, inbox_content: ['a', 'b'] }).android).toEqual(
      style({ kind: 'inbox', lines: ['a', 'b'] }),
    );
    expect(huawei({ buttons: [{ name: 'Reply' }, 5] }).android).toEqual(
      style({ kind: 'standard', actions: ['Reply'] }),
    );
    expect(huawei({ image: 'https://a/b.png' }).android).toEqual(
      style({ kind: 'standard', largeIconUrl: 'https://a/b.png' }),
    );
  });
  it('Honor: long text and buttons', () => {
    expect(honor({}).android).toBeUndefined();
    expect(honor({ style: 1, bigTitle: 'T', bigBody: 'X', buttons: [{ name: 'Reply' }] }).android).toEqual(
      style({ kind: 'big-text', bigTitle: 'T', bigText: 'X', actions: ['Reply'] }),
    );
  });
  it('Xiaomi: long text, picture, three buttons', () => {
    expect(xiaomi({}).android).toBeUndefined();
    expect(xiaomi({ notification_style_type: '1' }).android).toEqual(style({ kind: 'big-text' }));
    const names = { notification_style_button_left_name: 'L', notification_style_button_right_name: 'R' };
    expect(xiaomi({ notification_style_type: '2', ...names }).android).toEqual(
      style({ kind: 'picture', actions: ['L', 'R'] }),
    );
  });
  it('OPPO and Meizu: long text', () => {
    const oppo = card('oppo', { notification: { title: 'A', content: 'B', channel_id: 'c', style: 2 } });
    expect(oppo.android).toEqual(style({ kind: 'big-text' }));
    const expand = { noticeExpandType: 1, noticeExpandContent: 'all of it' };
    const meizu = card('meizu', { noticeBarInfo: { title: 'A', content: 'B' }, noticeExpandInfo: expand });
    expect(meizu.android).toEqual(style({ kind: 'big-text', bigText: 'all of it' }));
  });
});

describe('the number on the icon', () => {
  it('is set, or grows', () => {
    expect(huawei({ badge: { add_num: 2 } })).toMatchObject({ badge: null, badgeAdd: 2 });
    expect(huawei({ badge: { set_num: 5 } }).badgeAdd).toBeUndefined();
    expect(honor({ badge: { addNum: 1 } })).toMatchObject({ badge: null, badgeAdd: 1 });
    expect(xiaomi({}).badgeAdd).toBe(1);
    expect(card('vivo', { title: 'A', content: 'B', addBadge: true }).badgeAdd).toBe(1);
    expect(card('vivo', { title: 'A', content: 'B' }).badgeAdd).toBeUndefined();
  });
});
