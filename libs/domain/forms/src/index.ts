export type * from './types.ts';
export { compileForm } from './compile.ts';
