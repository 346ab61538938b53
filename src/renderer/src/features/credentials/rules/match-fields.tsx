import type { RuleMatch } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { ChoiceField, SegmentField, TextField } from '../editor/fields.tsx';
import { FieldGrid, Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import { isTextMatch, matchKinds, withMatchKind, type RuleForm } from '../model/rule-form.ts';

type Of<K extends RuleMatch['kind']> = Extract<RuleMatch, { kind: K }>;
interface PartProps<M extends RuleMatch> {
  readonly match: M;
  readonly error: string | undefined;
  readonly onMatch: (match: M) => void;
}

/** A text to compare with, of the whole ext or of one key of it. */
function TextPart({ match, error, onMatch }: PartProps<Of<'equals' | 'contains' | 'regex'>>) {
  const { t } = useWords();
  return (
    <FieldGrid>
      <TextField
        label={t('credentials.field.key')}
        hint={t('credentials.field.key.hint')}
        value={match.key ?? ''}
        onText={(key) => onMatch({ ...match, key })}
        placeholder="task"
        mono
      />
      <TextField
        label={t(match.key ? `credentials.field.match.key.${match.kind}` : `credentials.field.match.${match.kind}`)}
        hint={t(
          match.key && match.kind === 'equals'
            ? 'credentials.match.key.about'
            : `credentials.match.${match.kind}.about`,
        )}
        error={error}
        value={match.value}
        onText={(value) => onMatch({ ...match, value })}
        placeholder={match.kind === 'regex' ? '^jump to (\\w+)$' : 'jump to denny'}
        mono
      />
    </FieldGrid>
  );
}

function PathPart({ match, error, onMatch }: PartProps<Of<'json-path'>>) {
  const { t } = useWords();
  return (
    <FieldGrid>
      <TextField
        label={t('credentials.field.path')}
        hint={t('credentials.match.json-path.about')}
        error={error}
        value={match.path}
        onText={(path) => onMatch({ ...match, path })}
        placeholder="$.entity.sender"
        mono
      />
      <TextField
        label={t('credentials.field.pathValue')}
        hint={t('credentials.field.pathValue.hint')}
        value={match.value}
        onText={(value) => onMatch({ ...match, value })}
        mono
      />
    </FieldGrid>
  );
}

const numbers = ['0', '1', '2'] as const;
const asNumber = (text: (typeof numbers)[number]): 0 | 1 | 2 => (text === '1' ? 1 : text === '2' ? 2 : 0);

function EntityPart({ match, onMatch }: PartProps<Of<'entity'>>) {
  const { t } = useWords();
  const segments = (name: string) =>
    numbers.map((value) => ({ value, label: t(`credentials.entity.${name}.${value}`) }));
  return (
    <>
      <p>{t('credentials.match.entity.about')}</p>
      <FieldGrid>
        <SegmentField
          label={t('credentials.field.chatType')}
          value={numbers[match.chatType]}
          segments={segments('chatType')}
          onChange={(value) => onMatch({ ...match, chatType: asNumber(value) })}
        />
        <SegmentField
          label={t('credentials.field.entityAction')}
          value={numbers[match.action]}
          segments={segments('action')}
          onChange={(value) => onMatch({ ...match, action: asNumber(value) })}
        />
      </FieldGrid>
    </>
  );
}

function LinkPart({ match, error, onMatch }: PartProps<Of<'universal-link'>>) {
  const { t } = useWords();
  return (
    <FieldGrid>
      <TextField
        label={t('credentials.field.host')}
        hint={t('credentials.match.universal-link.about')}
        error={error}
        value={match.host}
        onText={(host) => onMatch({ ...match, host })}
        placeholder="chat.example.com"
        mono
      />
      <TextField
        label={t('credentials.field.urlPath')}
        hint={t('credentials.field.urlPath.hint')}
        value={match.path}
        onText={(path) => onMatch({ ...match, path })}
        placeholder="/chat/*"
        mono
      />
    </FieldGrid>
  );
}

function FilterPart({ match, error, onMatch }: PartProps<Of<'intent-filter'>>) {
  const { t } = useWords();
  return (
    <>
      <FieldGrid>
        <TextField
          label={t('credentials.field.filterAction')}
          hint={t('credentials.match.intent-filter.about')}
          error={error}
          value={match.action}
          onText={(action) => onMatch({ ...match, action })}
          placeholder="android.intent.action.VIEW"
          mono
        />
        <TextField
          label={t('credentials.field.scheme')}
          value={match.scheme}
          onText={(scheme) => onMatch({ ...match, scheme })}
          placeholder="chatdemo"
          mono
        />
        <TextField
          label={t('credentials.field.host')}
          value={match.host}
          onText={(host) => onMatch({ ...match, host })}
          placeholder="chat"
          mono
        />
        <TextField
          label={t('credentials.field.urlPath')}
          value={match.path}
          onText={(path) => onMatch({ ...match, path })}
          placeholder="/open"
          mono
        />
      </FieldGrid>
      <SegmentField
        label={t('credentials.field.pathKind')}
        value={match.pathKind}
        segments={(['exact', 'prefix', 'pattern'] as const).map((value) => ({
          value,
          label: t(`credentials.pathKind.${value}`),
        }))}
        onChange={(pathKind) => onMatch({ ...match, pathKind })}
      />
    </>
  );
}

/** What a rule compares: the way, and the fields that it needs. */
export function MatchFields({ editor }: { readonly editor: Editor<RuleForm> }) {
  const { t } = useWords();
  const { value, set, errorOf } = editor;
  const { match } = value;
  const error = errorOf('match');
  const onMatch = (next: RuleMatch) => set({ match: next });
  return (
    <Section title={t('credentials.rules.when')}>
      <ChoiceField
        label={t('credentials.field.match')}
        value={match.kind}
        choices={matchKinds.map((kind) => ({ value: kind, label: t(`credentials.match.${kind}`) }))}
        onChoose={(kind) => onMatch(withMatchKind(match, kind))}
      />
      {isTextMatch(match) && <TextPart match={match} error={error} onMatch={onMatch} />}
      {match.kind === 'json-path' && <PathPart match={match} error={error} onMatch={onMatch} />}
      {match.kind === 'entity' && <EntityPart match={match} error={error} onMatch={onMatch} />}
      {match.kind === 'scheme' && (
        <TextField
          label={t('credentials.field.scheme')}
          hint={t('credentials.match.scheme.about')}
          error={error}
          value={match.scheme}
          onText={(scheme) => onMatch({ ...match, scheme })}
          placeholder="chatdemo"
          mono
        />
      )}
      {match.kind === 'universal-link' && <LinkPart match={match} error={error} onMatch={onMatch} />}
      {match.kind === 'intent-filter' && <FilterPart match={match} error={error} onMatch={onMatch} />}
    </Section>
  );
}
