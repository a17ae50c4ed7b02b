export { compileForm } from './compile.ts';
export { canonicalJson } from './form/canonical.ts';
export { answerAt, answersFrom, filesIn, isFile } from './form/answers.ts';
export { formChanges } from './form/changes.ts';
export { rowsOf } from './form/values.ts';
export { problem as definitionProblem } from './definition/problem.ts';
export { shapeProblems } from './definition/shape.ts';
export { addressParts, type AddressPart } from './fields/address.ts';
export type * from './types.ts';
