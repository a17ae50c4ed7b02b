export { checkService } from './check.ts';
export { serviceGroups } from './groups.ts';
export { loadService, serviceFiles, type ServiceFile } from './load.ts';
export type * from './types.ts';
