import { baseOf, fieldRows } from '../kit/field-rows.ts';
import { sources } from './sources.ts';

const elsewhere = 'taken by /message/pushToList and /message/tagPush; checked there';

const body = {
  notifyType: 4,
  title: 'Denny',
  content: '你好，晚上见',
  classification: 1,
  category: 'IM',
  requestId: 'r',
};
/** A touch opens a page of the app. */
const opening = baseOf({ ...body, skipType: 4, skipContent: 'intent:#Intent;component=com.example.chat/.Main;end' });

/** Fields of `/message/send` and of the list. */
export const fields = fieldRows(sources.api, [
  ['appId', 'whole number', [100_002], { does: 'put in from the credential' }],
  ['regId', 'regId of one phone', [], { does: 'put in from the phone' }],
  ['alias', 'text, at most 70', ['denny']],
  ['notifyType', '1 none, 2 sound, 3 vibration, 4 both', [1, 2, 3]],
  ['title', 'text, at most 40', ['Other']],
  ['content', 'text, at most 100', ['其他内容']],
  ['timeToLive', '60 to 86,400 seconds; 900 and more in a list', [3600]],
  ['skipType', '1 app, 2 web page, 3 custom, 4 page of the app', [1], { base: opening }],
  [
    'skipContent',
    'text, at most 1,024; where skipType asks for it',
    ['intent:#Intent;component=com.example.chat/.Other;end'],
    { base: opening },
  ],
  ['networkType', '-1 any, 1 Wi-Fi', [1]],
  ['classification', '0 operation, 1 system', [0, 1]],
  ['category', 'IM, MARKETING and others, in capitals', ['MARKETING', 'ORDER']],
  ['clientCustomMap', 'object of texts, at most 1,024 characters', [{ ext: '{"entity":{"sender":"ann"}}' }]],
  ['extra', 'object', [{ callback: 'https://example.com' }]],
  ['extra.callback', 'address, at most 128', ['https://example.com']],
  ['extra.callback.param', 'text, at most 64', ['order 7'], { path: ['extra', 'callback.param'] }],
  ['requestId', 'text, at most 64', ['another-1']],
  ['pushMode', '0 formal, 1 test', [1]],
  ['auditReview', 'list of objects', [[{ reviewer: 'a', type: 1, result: 1 }]]],
  ['notifyId', '1 to 2,147,483,647', [8]],
  ['profileId', 'text, at most 64', ['ann']],
  ['sendOnline', 'true or false', [true]],
  ['foregroundShow', 'true or false', [false]],
  ['addBadge', 'true or false', [true]],
  ['marketing', 'object', [{ styleType: 1 }]],
  ['timedDisplay', 'object', [{ showStartTime: 1 }]],
  ['serverSdkVer', 'text', ['3.3']],
  ['taskId', 'id of a stored message', [], { does: elsewhere }],
  ['regIds', '2 to 1,000 regIds', [], { does: elsewhere, certainty: 'reported' }],
  ['aliases', '2 to 1,000 aliases', [], { does: elsewhere, certainty: 'reported' }],
  ['tagExpression', 'object', [], { does: elsewhere }],
]);
