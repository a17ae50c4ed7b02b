import { contractPath, topics, type ApplicationsApi } from '@kyzmat/contracts';
import { createService } from '@kyzmat/http';
import { contractRoutes, type App, type CommonConfig, type Kit, type OwnWork } from '@kyzmat/kit';
import { openCarryOut } from './acts/carry-out.ts';
import { openCalendars } from './calendars/calendars.ts';
import { openCatalogue } from './catalogue/catalogue.ts';
import { openStanding } from './catalogue/standing.ts';
import type { OwnConfig } from './config.ts';
import { openDrafts, type FilesOf } from './drafts/store.ts';
import { openPeople } from './people/people.ts';
import { openApplications } from './state/store.ts';

/** The life of an application: drafts, submission, acts and clocks, attachments, copies and results. */
export function createApp(kit: Kit, _config: CommonConfig & OwnConfig): App {
  const catalogue = openCatalogue(kit);
  const calendars = openCalendars(kit);
  const standing = openStanding(kit);
  const people = openPeople(kit);
  const drafts = openDrafts(kit);
  // results: const work = [resultWork(kit, () => …)]
  const work: OwnWork[] = [];
  const applications = openApplications(kit, work);
  const carryOut = openCarryOut(kit, { applications, calendars, standing });
  // attachments: const filesOf = openAttachments(kit, …).of
  const filesOf: FilesOf = () => Promise.resolve([]);
  void [catalogue, people, carryOut, filesOf];

  return {
    http: createService({
      name: 'applications',
      contract: contractPath('applications'),
      verifier: kit.verifier,
      telemetry: kit.telemetry,
      ready: () => kit.ready(),
      routes(router) {
        const routes = contractRoutes<ApplicationsApi>(router);
        void routes;
      },
    }),
    async start() {
      void kit.bus.ensureTopics([{ name: topics.applications, partitions: 6 }]);
      await Promise.all([drafts.start(), applications.start()]);
      await Promise.all(work.map((queue) => queue.start()));
    },
    async stop() {
      await Promise.all(work.map((queue) => queue.stop()));
      await Promise.all([drafts.stop(), applications.stop()]);
    },
  };
}
