import { sayPhrase, wordsIn } from '../../shared/kit/text.ts';
import {
  imTexts,
  printGlobalText,
  printSdkText,
  printShapes,
  readGlobalText,
  readSdkText,
  readShape,
  sdkSchema,
} from '../im/index.ts';
import type { ApiParts } from './context.ts';
import type { Implementer } from './router.ts';

/** The objects in which the SDKs are handed a push: read, printed, described. */
export const sdkHandlers = (os: Implementer, { workspace }: ApiParts) => ({
  readSdk: os.compose.readSdk.handler(({ input: { shape, value } }) => readShape(shape, value)),
  printSdk: os.compose.printSdk.handler(({ input: { message } }) => printShapes(message)),
  readSdkText: os.compose.readSdkText.handler(({ input: { shape, text, before } }) => {
    const { message, problems } = readSdkText(shape, text, before);
    return { message, problems: [...problems] };
  }),
  printSdkText: os.compose.printSdkText.handler(({ input: { shape, message } }) => ({
    text: printSdkText(shape, message),
  })),
  sdkSchema: os.compose.sdkSchema.handler(({ input: { shape, locale } }) => ({
    schema: { ...sdkSchema(shape, (phrase) => sayPhrase(wordsIn(imTexts, locale), phrase)) },
  })),
  readGlobalText: os.compose.readGlobalText.handler(({ input: { text } }) => {
    const { settings, problems } = readGlobalText(text);
    return { settings, problems: [...problems] };
  }),
  printGlobalText: os.compose.printGlobalText.handler(({ input: { accountId } }) => ({
    text: printGlobalText(workspace.accounts.get(accountId)),
  })),
});
