import { describe, expect, it } from 'vitest';
import { readApnsFile } from './apns-file.ts';

describe('.apns file', () => {
  it('makes Simulator Target Bundle the topic and takes it out of the payload', () => {
    const text = '{"Simulator Target Bundle":"com.example.im","aps":{"alert":"hi"},"ext":"x"}';
    expect(readApnsFile(text)).toEqual({
      payload: '{"aps":{"alert":"hi"},"ext":"x"}',
      options: { topic: 'com.example.im', pushType: 'alert' },
    });
  });
  it('leaves the topic open when the file does not name an app', () => {
    for (const text of ['{"aps":{}}', '{"aps":{},"Simulator Target Bundle":7}']) {
      expect(readApnsFile(text)).toEqual({ payload: '{"aps":{}}', options: { pushType: 'alert' } });
    }
  });
  it('sends a silent push as one', () => {
    expect(readApnsFile('{"aps":{"content-available":1}}')?.options).toEqual({ pushType: 'background', priority: '5' });
  });
  it('does not mind a byte order mark', () => {
    expect(readApnsFile('\uFEFF{"aps":{}}')).not.toBeNull();
  });
  it('is null for anything else', () => {
    for (const text of ['', '{', '[]', '"aps"', '{"message":{}}']) expect(readApnsFile(text)).toBeNull();
  });
});
