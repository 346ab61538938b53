import { describe, expect, it } from 'vitest';
import { gatewayNote, gatewayState, spokenProtocols } from './state.ts';

const gateway: Parameters<typeof gatewayNote>[0] = {
  state: 'listening',
  moved: false,
  port: 2197,
  defaultPort: 2197,
  failure: null,
  faults: [],
};

describe('gatewayState', () => {
  it('listens', () => expect(gatewayState(gateway)).toEqual({ tone: 'accepted', id: 'gateways.state.listening' }));
  it('listens elsewhere', () => expect(gatewayState({ ...gateway, moved: true }).tone).toBe('warning'));
  it('failed, also when it would have moved', () =>
    expect(gatewayState({ ...gateway, state: 'failed', moved: true }).id).toBe('gateways.state.failed'));
  it('fails requests on purpose, also where it moved', () => {
    const faults = [
      {
        id: 'f',
        action: { kind: 'drop' as const },
        token: '',
        remaining: 1,
        delayMs: 0,
        percent: 100,
        after: 0,
        hits: 0,
      },
    ];
    expect(gatewayState({ ...gateway, moved: true, faults })).toEqual({ tone: 'warning', id: 'gateways.state.faults' });
    expect(gatewayNote({ ...gateway, faults }, 'APNs')).toEqual({
      id: 'gateways.note.faults',
      params: { vendor: 'APNs', count: 1 },
    });
  });
  it('is stopped', () => expect(gatewayState({ ...gateway, state: 'stopped' }).tone).toBe('imported'));
});

describe('gatewayNote', () => {
  it('says nothing when all is well', () => expect(gatewayNote(gateway, 'APNs')).toBeNull());
  it('says where it went', () =>
    expect(gatewayNote({ ...gateway, moved: true, port: 40001 }, 'APNs')).toEqual({
      id: 'gateways.note.moved',
      params: { vendor: 'APNs', port: 40001, defaultPort: 2197 },
    }));
  it('says why it failed', () =>
    expect(gatewayNote({ ...gateway, state: 'failed', failure: 'EACCES' }, 'APNs')?.params).toEqual({
      vendor: 'APNs',
      failure: 'EACCES',
    }));
  it('says that it is closed', () =>
    expect(gatewayNote({ ...gateway, state: 'stopped' }, 'APNs')?.id).toBe('gateways.note.stopped'));
});

describe('spokenProtocols', () => {
  it('of HTTP/2 alone', () =>
    expect(spokenProtocols(['HTTP/2', 'TLS'])).toEqual({ http: 'HTTP/2', isPlainToo: false }));
  it('of both, also plain', () =>
    expect(spokenProtocols(['HTTP/2', 'HTTP/1.1', 'TLS', 'plain'])).toEqual({
      http: 'HTTP/2, HTTP/1.1',
      isPlainToo: true,
    }));
});
