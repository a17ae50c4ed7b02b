export { commonSpec, processNames, type CommonConfig } from './common-config.ts';
export { openKit, type Kit } from './kit.ts';
export { ownAggregates, type Owned, type OwnedOptions } from './owned.ts';
export { runApp, type App } from './run-app.ts';
export {
  Answer,
  contractRoutes,
  created,
  noContent,
  sent,
  type Call,
  type ContractRoutes,
  type Sent,
} from './contract-routes.ts';
