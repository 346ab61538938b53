import { Save } from 'lucide-react';
import { useState } from 'react';
import type { LibraryFile } from '../../../../../shared/contract/index.ts';
import { asCallFailure, type CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import type { Origin } from '../../../stores/presets-store.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, TextArea, TextInput } from '../../../ui/field.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { wordsIn } from './file-words.ts';

/** Saves what is in the form, or the scenario on the stage, as a file. */
export function SaveButton() {
  const { t } = useWords();
  const [open, setOpen] = useState(false);
  const mode = useFrom('compose', (state) => state.mode);
  const message = useFrom('compose', (state) => state.draft?.message);
  const variables = useFrom('presets', (state) => state.variables);
  const origin = useFrom('presets', (state) => state.origin);
  const scenario = useFrom('presets', (state) => state.scenario);
  const scenarioOrigin = useFrom('presets', (state) => state.scenarioOrigin);
  const isScenario = mode === 'scenario' && scenario !== null;
  const content: LibraryFile | null = isScenario
    ? scenario
    : message
      ? { kind: 'preset', name: '', about: '', variables, message }
      : null;
  if (!content) return null;
  return (
    <>
      <Button small icon={<Save />} onClick={() => setOpen(true)}>
        {t(isScenario ? 'compose.presets.save.scenario' : 'compose.presets.save')}
      </Button>
      {open && (
        <SaveDialog content={content} origin={isScenario ? scenarioOrigin : origin} onClose={() => setOpen(false)} />
      )}
    </>
  );
}

function SaveDialog(props: {
  readonly content: LibraryFile;
  readonly origin: Origin | null;
  readonly onClose: () => void;
}) {
  const { content, origin, onClose } = props;
  const { t, locale } = useWords();
  const { presets, ui } = useStores();
  const library = useFrom('presets', (state) => state.library);
  const before = library?.entries.find((entry) => entry.source === 'own' && entry.file === origin?.file);
  const [name, setName] = useState(() => wordsIn(before?.content.name ?? content.name, locale));
  const [about, setAbout] = useState(() => wordsIn(before?.content.about ?? content.about, locale));
  const [failure, setFailure] = useState<CallFailure | null>(null);
  const save = (place: Origin | null) => {
    // A preset of one's own keeps the state of the workspace it asks for.
    const world = before?.content.kind === 'preset' ? before.content.world : undefined;
    const kept = content.kind === 'preset' && world ? { ...content, world } : content;
    presets.save({ ...kept, name: name.trim(), about: about.trim() }, place ?? undefined).then(
      ({ file }) => {
        ui.say(t('compose.presets.saved', { file }));
        onClose();
      },
      (error: unknown) => setFailure(asCallFailure(error)),
    );
  };
  const isNameless = name.trim() === '';
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(content.kind === 'scenario' ? 'compose.presets.save.title.scenario' : 'compose.presets.save.title')}
      about={t('compose.presets.save.about', { folder: library?.folder ?? '' })}
      foot={
        <>
          {before && (
            <Button disabled={isNameless} onClick={() => save({ file: before.file, revision: before.revision })}>
              {t('compose.presets.save.replace', { file: before.file })}
            </Button>
          )}
          <Button look="primary" disabled={isNameless} onClick={() => save(null)}>
            {t('compose.presets.save.new')}
          </Button>
        </>
      }
    >
      {failure && <FailureNote failure={failure} />}
      <Field label={t('compose.presets.save.name')} stacked>
        {(ids) => (
          <TextInput
            {...ids}
            value={name}
            maxLength={200}
            onText={setName}
            onKeyDown={(event) => event.key === 'Enter' && !isNameless && save(null)}
          />
        )}
      </Field>
      <Field label={t('compose.presets.save.what')} stacked>
        {(ids) => <TextArea {...ids} value={about} maxLength={400} onText={setAbout} />}
      </Field>
    </Dialog>
  );
}
