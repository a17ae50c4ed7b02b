export { commonSpec, type CommonConfig } from './common-config.ts';
export { openKit, type Kit } from './kit.ts';
export {
  ownAggregates,
  ownWork,
  type Owned,
  type OwnedOptions,
  type OwnWork,
  type OwnWorkOf,
} from './owned.ts';
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
