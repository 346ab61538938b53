import { useMemo, useState } from 'react';
import type { Credential, CredentialCheck } from '../../../../../shared/contract/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { readOrigin } from '../../../ui/read-origin.ts';
import { useCall } from '../editor/use-call.ts';
import { checkHosts, checkTopics } from '../model/check-hosts.ts';

/** What is chosen for a check, what is wrong with it, and what came of the last one. Nothing runs before `run`. */
export const useCheck = (credential: Credential) => {
  const { client } = useStores();
  const gateways = useFrom('gateways', (state) => state.gateways);
  const vendors = useFrom('settings', (state) => state.vendors);
  const apps = useFrom('workspace', (state) => state.apps);
  const hosts = useMemo(() => checkHosts(credential, gateways, vendors), [credential, gateways, vendors]);
  const bundleId = apps.find(({ id }) => id === credential.appId)?.identifiers.ios ?? '';
  const topics = useMemo(() => checkTopics(credential, bundleId), [credential, bundleId]);
  const [hostId, setHostId] = useState('local');
  const [address, setAddress] = useState('');
  const [topic, setTopic] = useState('');
  const [hasTried, setHasTried] = useState(false);
  const [check, setCheck] = useState<CredentialCheck | null>(null);
  const call = useCall();

  const chosen = hosts.find(({ id }) => id === hostId) ?? hosts[0];
  const origin = readOrigin(address);
  const destination = chosen?.destination ?? (origin === null ? null : ({ kind: 'custom', origin } as const));
  // What is shown belongs to what was asked; another question begins anew.
  const change =
    <T>(set: (value: T) => void) =>
    (value: T) => {
      set(value);
      setCheck(null);
      call.forget();
    };
  return {
    hosts,
    chosen,
    /** `host:port` of the request; empty while a typed one cannot be used. */
    host: chosen?.host || (origin === null ? '' : new URL(origin).host),
    topics,
    address,
    topic,
    isAddressWrong: hasTried && destination === null,
    isBusy: call.isBusy,
    failure: call.failure,
    check,
    chooseHost: change(setHostId),
    setAddress: change(setAddress),
    setTopic: change(setTopic),
    run: async () => {
      setHasTried(true);
      if (destination === null) return;
      setCheck(null);
      const wanted = topic.trim();
      await call.run(async () => {
        const input = { id: credential.id, destination, ...(wanted === '' ? {} : { topic: wanted }) };
        setCheck(await client.credentials.check(input));
      });
    },
  };
};
