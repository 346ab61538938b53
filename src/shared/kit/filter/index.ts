export {
  fieldNames,
  type FieldName,
  type FilterError,
  type FilterMistake,
  type FilterNode,
  type ParsedFilter,
} from './ast.ts';
export { colours, type Colour } from './colours.ts';
export { fields, hasChoices, isChoices } from './fields.ts';
export { parseFilter, longestFilter } from './parse.ts';
export { printFilter, quote } from './print.ts';
export {
  compares,
  fact,
  lastDoubling,
  sizeClass,
  toQuery,
  type FilterNames,
  type PayloadQuery,
  type Query,
} from './query.ts';
export { indexWords, normal, queryWords } from './words.ts';
