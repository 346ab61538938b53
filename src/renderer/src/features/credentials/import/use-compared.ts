import { useEffect, useState } from 'react';
import type { CredentialPreview } from '../../../../../shared/contract/index.ts';
import { useStores } from '../../../stores/index.ts';
import type { Opened } from './use-inspection.ts';

interface Compared {
  readonly appId: string;
  readonly preview: CredentialPreview;
}

/** What is in an opened file, compared with the chosen app: its bundle ID, and where its phones have their tokens. */
export const useCompared = ({ file, password, preview }: Opened, appId: string | null): CredentialPreview => {
  const { client } = useStores();
  const [compared, setCompared] = useState<Compared | null>(null);
  useEffect(() => {
    if (appId === null) return undefined;
    let isLast = true;
    const input = { ...file, appId, ...(password === null ? {} : { password }) };
    client.credentials.inspect(input).then(
      (found) => isLast && setCompared({ appId, preview: found }),
      // The file was read a moment ago; without the comparison what it said then still stands.
      () => undefined,
    );
    return () => {
      isLast = false;
    };
  }, [client, file, password, appId]);
  return compared && compared.appId === appId ? compared.preview : preview;
};
