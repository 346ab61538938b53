import { Component, type ReactNode } from 'react';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy.tsx';
import { EmptyState } from '../../ui/notes.tsx';

function Broken({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useWords();
  return (
    <div role="alert">
      <EmptyState
        title={t('shell.broken.title')}
        actions={
          <>
            <Button look="primary" onClick={onRetry}>
              {t('shell.broken.retry')}
            </Button>
            <CopyButton
              text={error.stack ?? error.message}
              label={t('shell.broken.details')}
              words={t('shell.broken.copy')}
            />
          </>
        }
      >
        {t('shell.broken.text', { message: error.message })}
      </EmptyState>
    </div>
  );
}

/** Keeps a mistake of ours inside the place it happened in: the other places, and what was typed, stay. React has this for classes only. */
export class PlaceBoundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state: { readonly error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    return error ? <Broken error={error} onRetry={() => this.setState({ error: null })} /> : this.props.children;
  }
}
