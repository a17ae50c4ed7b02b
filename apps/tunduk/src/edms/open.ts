import type { Providers } from '@kyzmat/contracts';
import { DependencyDown } from '@kyzmat/store';
import { openCmis } from '../cmis/client.ts';
import { CmisFault, type Cmis } from '../cmis/types.ts';
import { memberOf } from '../xroad/answer.ts';
import type { XRoad } from '../xroad/client.ts';

/** The document system of a provider, with the folder of the portal in it. */
export interface Edms {
  readonly cmis: Cmis;
  /** Path of the folder that belongs to an application. */
  readonly folderOf: (reference: string) => string;
}
export type OpenEdms = (edms: Providers['Edms'], issue?: string) => Edms;

/** Opens document systems over Tunduk (P573-5, P573-29g). When one is out of reach, its calls throw DependencyDown. */
export function edmsOverXRoad(xroad: XRoad, account: () => string): OpenEdms {
  const authorization = (): string => `Basic ${Buffer.from(account()).toString('base64')}`;
  return ({ xroadService, repositoryId = 'kyzmat', folder = '/kyzmat' }, issue) => ({
    folderOf: (reference) => `${folder}/${reference}`,
    cmis: openCmis(repositoryId, async ({ method, path, contentType, body }) => {
      const answer = await xroad({
        service: xroadService,
        path,
        method,
        headers: {
          Authorization: authorization(),
          Accept: 'application/json',
          ...(contentType === undefined ? {} : { 'Content-Type': contentType }),
        },
        ...(body === undefined ? {} : { body }),
        ...(issue === undefined ? {} : { issue }),
      });
      switch (answer.kind) {
        case 'data':
          return answer.response;
        case 'no_data':
          return undefined;
        case 'business_fault':
          throw new CmisFault(
            memberOf(answer.body, 'exception') ?? `http_${answer.status}`,
            answer.status,
            memberOf(answer.body, 'message') ?? '',
          );
        case 'xroad_fault':
          throw new DependencyDown(`X-Road: ${answer.type}`, { retryAfterMs: 5000 });
        case 'transport_fault':
          throw new DependencyDown(`X-Road: ${answer.message}`);
      }
    }),
  });
}
