import { AppWindow } from 'lucide-react';
import { useMemo } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../editor/section.tsx';

/** The apps that send with a credential unless a phone names another one. It cannot be deleted while there are any. */
export function UsedBy(props: { readonly credentialId: string; readonly onChoose: (appId: string) => void }) {
  const { t } = useWords();
  const apps = useFrom('workspace', (state) => state.apps);
  const users = useMemo(
    () => apps.filter((app) => Object.values(app.credentialIds).includes(props.credentialId)),
    [apps, props.credentialId],
  );
  return (
    <Section
      title={t('credentials.usedBy')}
      about={t(users.length === 0 ? 'credentials.usedBy.none' : 'credentials.usedBy.about')}
    >
      {users.map((app) => (
        <div key={app.id}>
          <Button small icon={<AppWindow />} onClick={() => props.onChoose(app.id)}>
            {app.name}
          </Button>
        </div>
      ))}
    </Section>
  );
}
