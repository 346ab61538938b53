import { useState } from 'react';
import type { Carried, Device, DraftView, Exchange, VendorId } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { useTokens, type Tokens } from './use-tokens.ts';

type Draft = DraftView['draft'];

/** Options that belong to one request and not to the push. */
const ofOneRequest = new Set(['apnsId']);
const withoutOwn = ({ payload, options }: Draft): Draft => ({
  payload,
  options: Object.fromEntries(Object.entries(options).filter(([name]) => !ofOneRequest.has(name))),
});

/** A push being changed: whose it is now, to whom, and what the change of vendor took from it. */
export interface Again {
  readonly vendor: VendorId;
  /** Null: the tokens as they stand there, of no phone of this workspace. */
  readonly deviceId: string | null;
  /** Phones of the vendor that have a token. */
  readonly phones: readonly Device[];
  readonly draft: Draft;
  readonly tokens: Tokens;
  readonly carried: Carried | null;
  readonly failure: CallFailure | null;
  readonly setPayload: (payload: string) => void;
  readonly chooseVendor: (vendor: VendorId) => void;
  readonly choosePhone: (deviceId: string | null) => void;
}

const tokensOf = (exchange: Exchange): string[] => exchange.targets.map(({ token }) => token);

/** Edits stay with the vendor they were made for: whoever looks at another one and comes back finds them. */
export const useAgain = (exchange: Exchange, first: Draft): Again => {
  const { client } = useStores();
  const devices = useFrom('workspace', (state) => state.devices);
  const [own, setOwn] = useState(() => withoutOwn(first));
  const [vendor, setVendor] = useState(exchange.vendor);
  const [deviceId, setDevice] = useState<string | null>(null);
  const [carried, setCarried] = useState<Carried | null>(null);
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const tokens = useTokens(tokensOf(exchange));
  const isOwn = vendor === exchange.vendor;
  const phonesOf = (id: VendorId) => devices.filter((one) => one.vendor === id && one.token !== null);

  const carry = async (to: VendorId, phone: string | null) => {
    setFailure(null);
    try {
      const made = await client.handOver.carry({ id: exchange.id, vendor: to, deviceId: phone, draft: own });
      setVendor(to);
      setDevice(phone);
      setCarried(made);
      if (made.token !== null) tokens.set([made.token]);
      else if (to !== vendor) tokens.set([]);
    } catch (error) {
      setFailure(asCallFailure(error));
    }
  };
  return {
    vendor,
    deviceId,
    phones: phonesOf(vendor),
    draft: isOwn || !carried ? own : carried.draft,
    tokens: {
      ...tokens,
      edit: (text) => {
        tokens.edit(text);
        setDevice(null);
      },
      take: (text, fileName) => {
        tokens.take(text, fileName);
        setDevice(null);
      },
    },
    carried,
    failure,
    setPayload: (payload) => {
      if (isOwn || !carried) setOwn({ ...own, payload });
      else setCarried({ ...carried, draft: { ...carried.draft, payload } });
    },
    chooseVendor: (to) => {
      if (to === exchange.vendor) {
        setVendor(to);
        setDevice(null);
        setCarried(null);
        tokens.set(tokensOf(exchange));
      } else void carry(to, phonesOf(to)[0]?.id ?? null);
    },
    choosePhone: (phone) => {
      if (phone === null) setDevice(null);
      else void carry(vendor, phone);
    },
  };
};
