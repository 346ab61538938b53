import type {
  Device,
  ExchangeMark,
  ExchangeSummary,
  RecordedRequest,
  RecordedResponse,
} from '../../../shared/contract/index.ts';
import { indexWords } from '../../../shared/kit/filter/index.ts';
import { incomplete, markFacts, ownerFacts, payloadFacts, summaryFacts } from './facts.ts';
import { leavesOf, mostLeaves, type Leaf } from './leaves.ts';

/** Words of one exchange that are indexed. */
const mostWords = 3000;
/** Stands between texts, so that no phrase runs from one into the next. */
const gap = '_';

/** What of an exchange has to be read beyond its row. */
export interface EntryDetail {
  readonly request: Pick<RecordedRequest, 'path' | 'headers' | 'body'>;
  readonly response: Pick<RecordedResponse, 'body'> | null;
}

export interface EntrySource {
  readonly summary: ExchangeSummary;
  readonly mark: ExchangeMark | null;
  /** Read when it is needed: most filters are answered by the row. */
  readonly detail: () => EntryDetail;
  readonly device: (id: string) => Pick<Device, 'appId' | 'userId'> | null;
}

/** Everything that can be found of one exchange. Its parts are made when they are asked for. */
export class Entry {
  readonly #source: EntrySource;
  #detail: EntryDetail | null = null;
  #leaves: readonly Leaf[] | null = null;
  #summaryFacts: ReadonlySet<string> | null = null;
  #facts: ReadonlySet<string> | null = null;
  #words: readonly string[] | null = null;

  constructor(source: EntrySource) {
    this.#source = source;
  }

  get summary(): ExchangeSummary {
    return this.#source.summary;
  }

  get #read(): EntryDetail {
    this.#detail ??= this.#source.detail();
    return this.#detail;
  }

  get leaves(): readonly Leaf[] {
    this.#leaves ??= leavesOf(this.#read.request.body);
    return this.#leaves;
  }

  get summaryFacts(): ReadonlySet<string> {
    this.#summaryFacts ??= new Set(summaryFacts(this.summary));
    return this.#summaryFacts;
  }

  get markFacts(): ReadonlySet<string> {
    return new Set(markFacts(this.#source.mark));
  }

  /** All facts, also whether words are missing from the index. */
  get facts(): ReadonlySet<string> {
    if (this.#facts) return this.#facts;
    const { targets } = this.summary;
    const devices = new Set(targets.flatMap(({ deviceId }) => (deviceId === null ? [] : [deviceId])));
    const owners = [...devices].flatMap((id) => {
      const device = this.#source.device(id);
      return device ? ownerFacts(device) : [];
    });
    const { request } = this.#read;
    const isCut = this.leaves.length >= mostLeaves || request.body.cut || this.indexedWords.length >= mostWords;
    this.#facts = new Set([
      ...this.summaryFacts,
      ...payloadFacts(this.leaves, request.headers),
      ...this.markFacts,
      ...owners,
      ...(isCut ? [incomplete] : []),
    ]);
    return this.#facts;
  }

  #texts(): readonly string[] {
    const { summary, mark } = { summary: this.summary, mark: this.#source.mark };
    const { request, response } = this.#read;
    return [
      summary.title,
      summary.body,
      ...(mark ? [mark.note, ...mark.tags] : []),
      summary.reason ?? '',
      ...summary.targets.flatMap(({ reason }) => (reason === null ? [] : [reason])),
      summary.messageId ?? '',
      summary.vendorMessageId ?? '',
      request.path,
      ...this.leaves.map((leaf) => leaf.value),
      response?.body.text ?? '',
      ...summary.targets.map(({ token }) => token),
    ];
  }

  #wordsUpTo(most: number): readonly string[] {
    const words: string[] = [];
    const seen = new Set<string>();
    for (const text of this.#texts()) {
      if (text === '' || seen.has(text)) continue;
      if (words.length >= most) break;
      seen.add(text);
      for (const word of indexWords(text, most)) words.push(word);
      words.push(gap);
    }
    return words;
  }

  get indexedWords(): readonly string[] {
    return this.words.length > mostWords ? this.words.slice(0, mostWords) : this.words;
  }

  /** All its words, text after text. */
  get words(): readonly string[] {
    this.#words ??= this.#wordsUpTo(Number.MAX_SAFE_INTEGER);
    return this.#words;
  }

  /** What the index gets: facts and words, parted by spaces. */
  toIndex(): string {
    return `${[...this.facts].join(' ')} ${gap} ${this.indexedWords.join(' ')}`;
  }
}
