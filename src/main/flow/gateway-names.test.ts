import { describe, expect, it } from 'vitest';
import { gatewayNames } from './gateway-names.ts';

const containers = ['host.docker.internal', 'host.containers.internal'];

describe('names of the gateways’ certificate', () => {
  it('are none beside loopback when nobody else is let in', () => expect(gatewayNames(null)).toEqual([]));
  it('have the address that was named, and what containers call this machine', () =>
    expect(gatewayNames('192.0.2.7')).toEqual(['192.0.2.7', ...containers]));
  it.each(['0.0.0.0', '::'])('have every address of the machine for %s', (all) =>
    expect(gatewayNames(all, () => ['192.0.2.7', '2001:db8::7'])).toEqual(['192.0.2.7', '2001:db8::7', ...containers]),
  );
  it('of this machine are read without failing', () =>
    expect(gatewayNames('0.0.0.0')).toEqual(expect.arrayContaining(containers)));
});
