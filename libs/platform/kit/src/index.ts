export { commonSpec, processNames, type CommonConfig } from './common-config.ts';
export { openKit, type Kit } from './kit.ts';
export { runApp, type App } from './run-app.ts';
