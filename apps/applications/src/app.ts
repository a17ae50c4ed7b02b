import { contractPath, type ApplicationsApi } from '@kyzmat/contracts';
import { createService, Unavailable } from '@kyzmat/http';
import { contractRoutes, type App, type Kit } from '@kyzmat/kit';
import type { Inbox, Timers } from '@kyzmat/store';
import { openCarryOut } from './acts/carry-out.ts';
import { actRoutes } from './acts/routes.ts';
import { openDoors } from './acts/visible.ts';
import { openCalendars } from './calendars/calendars.ts';
import { openCatalogue } from './catalogue/catalogue.ts';
import { openStanding } from './catalogue/standing.ts';
import { replanWork } from './clocks/replan.ts';
import { startClocks } from './clocks/timers.ts';
import { consume } from './consumers/consume.ts';
import { draftRoutes } from './drafts/routes.ts';
import { openDrafts, type FilesOf } from './drafts/store.ts';
import { listRoutes } from './lists/routes.ts';
import { noticeRoutes } from './notices/facts.ts';
import { packageRoutes, type CopyOf } from './package/routes.ts';
import { openPeople } from './people/people.ts';
import { openApplications } from './state/store.ts';
import { submissionRoutes } from './submission/routes.ts';
import { openSignatures } from './submission/signature.ts';
import { openSubmit } from './submission/submit.ts';
import { openView } from './view/view.ts';
import { viewRoutes } from './view/routes.ts';

/** The life of an application: drafts, submission, acts and clocks, attachments, copies and results. */
export function createApp(kit: Kit): App {
  const catalogue = openCatalogue(kit);
  const calendars = openCalendars(kit);
  const standing = openStanding(kit);
  const people = openPeople(kit);
  const verifySignature = openSignatures(kit);
  const drafts = openDrafts(kit);
  const replan = replanWork(kit, calendars, () => ({ applications, carryOut }));
  // results: the worker of the queue `makeResult` joins this list.
  const work = [replan];
  const applications = openApplications(kit, work);
  const doors = openDoors(applications, standing);
  const carryOut = openCarryOut(kit, { applications, calendars, standing });
  const viewOf = openView({ catalogue, calendars, people });
  const submit = openSubmit({
    kit,
    drafts,
    applications,
    catalogue,
    calendars,
    standing,
    people,
    verifySignature,
  });
  // attachments: the files uploaded to a draft.
  const filesOf: FilesOf = () => Promise.resolve([]);
  // copies: the copy of an application.
  const copyOf: CopyOf = () => Promise.reject(new Unavailable('Copies are not made here yet'));
  let inbox: Inbox | undefined;
  let timers: Timers | undefined;

  return {
    http: createService({
      name: 'applications',
      contract: contractPath('applications'),
      verifier: kit.verifier,
      telemetry: kit.telemetry,
      ready: () => kit.ready(),
      routes(router) {
        const routes = contractRoutes<ApplicationsApi>(router);
        draftRoutes(routes, {
          kit,
          drafts,
          catalogue,
          calendars,
          people,
          filesOf,
          unsubmitted: (some) => applications.notAmong(some),
        });
        submissionRoutes(routes, submit);
        listRoutes(routes, { applications, doors, catalogue });
        viewRoutes(routes, doors, viewOf);
        actRoutes(routes, { kit, doors, carryOut, people, catalogue, viewOf });
        noticeRoutes(routes, applications, catalogue, people);
        packageRoutes(routes, doors, catalogue, copyOf);
      },
    }),
    async start() {
      await Promise.all([drafts.start(), applications.start()]);
      await Promise.all(work.map((queue) => queue.start()));
      timers = startClocks(kit, applications, calendars);
      inbox = await consume(kit, { applications, calendars, replans: replan.items });
      kit.watch('clocks of applications', () => timers?.alive() ?? true);
      kit.watch('consumer of applications', () => inbox?.alive() ?? true);
    },
    async stop() {
      await inbox?.stop();
      await timers?.stop();
      await Promise.all(work.map((queue) => queue.stop()));
      await Promise.all([drafts.stop(), applications.stop()]);
    },
  };
}
