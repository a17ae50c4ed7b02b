import { contractPath, type ApplicationsApi } from '@kyzmat/contracts';
import { createService } from '@kyzmat/http';
import { openJournal, openRefusals, startAnchoring, type Anchoring } from '@kyzmat/journal';
import { contractRoutes, type App, type CommonConfig, type Kit } from '@kyzmat/kit';
import type { Inbox, Timers } from '@kyzmat/store';
import { openCarryOut } from './acts/carry-out.ts';
import { actRoutes } from './acts/routes.ts';
import { openDoors } from './acts/visible.ts';
import { attachmentRoutes } from './attachments/routes.ts';
import { openFiles } from './attachments/files.ts';
import type { Sweeping } from './attachments/sweep.ts';
import { breachRoutes } from './breaches/routes.ts';
import { openCalendars } from './calendars/calendars.ts';
import { openCatalogue } from './catalogue/catalogue.ts';
import { openStanding } from './catalogue/standing.ts';
import { replanWork } from './clocks/replan.ts';
import { startClocks } from './clocks/timers.ts';
import type { OwnConfig } from './config.ts';
import { consume } from './consumers/consume.ts';
import { copyMaker, copyRoutes } from './copies/routes.ts';
import { draftRoutes } from './drafts/routes.ts';
import { openDrafts } from './drafts/store.ts';
import { openErasures } from './erasures/erasures.ts';
import { leavingRoutes, openLeaving } from './erasures/leaving.ts';
import { erasureRoutes } from './erasures/routes.ts';
import { journalRoutes } from './journal/routes.ts';
import { listRoutes } from './lists/routes.ts';
import { noticeRoutes } from './notices/facts.ts';
import { packageRoutes } from './package/routes.ts';
import { outageWork } from './outages/apply.ts';
import { openOutages } from './outages/outages.ts';
import { openPeople } from './people/people.ts';
import { openRatings } from './ratings/ratings.ts';
import { ratingRoutes } from './ratings/routes.ts';
import { openIssued } from './results/issued.ts';
import { openTrial, resultWork } from './results/make.ts';
import { startDraftEnds } from './retention/draft-end.ts';
import { openHolds } from './retention/holds.ts';
import { openDraftNotice } from './retention/reminder.ts';
import { retentionRoutes } from './retention/routes.ts';
import { resultRoutes } from './results/routes.ts';
import { openSigning } from './results/signing.ts';
import { openVerify } from './results/verify.ts';
import { supportRoutes } from './support/routes.ts';
import { sightingRoutes } from './sightings/routes.ts';
import { openApplications } from './state/store.ts';
import { submissionRoutes } from './submission/routes.ts';
import { openSignatures } from './submission/signature.ts';
import { openSubmit } from './submission/submit.ts';
import { openView } from './view/view.ts';
import { viewRoutes } from './view/routes.ts';

/** The life of an application: drafts, submission, acts and clocks, attachments, copies and results. */
export function createApp(kit: Kit, { portal, scanner }: Pick<CommonConfig, 'portal'> & OwnConfig): App {
  const catalogue = openCatalogue(kit);
  const calendars = openCalendars(kit);
  const standing = openStanding(kit);
  const people = openPeople(kit);
  const verifySignature = openSignatures(kit);
  const drafts = openDrafts(kit);
  const holds = openHolds(kit);
  const { attachments, scanning, filesOf, sweep } = openFiles(kit, scanner);
  const replan = replanWork(kit, calendars, () => ({ applications, carryOut }));
  const issued = openIssued(kit);
  const signing = openSigning(kit);
  const making = { kit, catalogue, calendars, signing, issued, verifyUrl: `${portal}/verify` };
  const outages = openOutages(kit);
  const outageItems = outageWork(kit, () => ({ applications, carryOut }));
  const results = resultWork(making, () => ({ applications, carryOut }));
  const work = [replan, outageItems, results];
  const applications = openApplications(kit, work);
  const queues = [...work, scanning];
  const journal = openJournal(kit);
  const refusals = openRefusals(kit);
  const doors = openDoors(applications, standing, journal);
  const carryOut = openCarryOut(kit, { applications, calendars, standing });
  const ratings = openRatings(kit);
  const trial = openTrial(making, applications);
  const viewOf = openView({ catalogue, calendars, people, outages, filesOf, ratings });
  const submit = openSubmit({
    kit,
    drafts,
    applications,
    catalogue,
    calendars,
    standing,
    people,
    verifySignature,
    filesOf,
  });
  const erasures = openErasures({
    kit,
    drafts,
    applications,
    attachments,
    issued,
    ratings,
    holds,
    catalogue,
    calendars,
    journal,
    verifySignature,
  });
  const leaving = openLeaving(kit, erasures);
  const copying = { catalogue, calendars };
  const verify = openVerify(kit, issued, signing, applications);
  let inbox: Inbox | undefined;
  let timers: Timers | undefined;
  let draftEnds: Timers | undefined;
  let sweeping: Sweeping | undefined;
  let anchoring: Anchoring | undefined;

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
          submitted: applications.documents,
          unsubmitted: (some) => applications.notAmong(some),
        });
        attachmentRoutes(routes, { attachments, drafts, doors, catalogue, applications });
        retentionRoutes(routes, { drafts, applications, calendars, holds });
        copyRoutes(routes, copying, { drafts, doors, filesOf });
        submissionRoutes(routes, submit);
        listRoutes(routes, { applications, doors, catalogue });
        viewRoutes(routes, doors, viewOf);
        actRoutes(routes, { kit, doors, carryOut, people, catalogue, viewOf, trial, filesOf });
        breachRoutes(routes, { applications, doors, catalogue });
        const ofDraft = openDraftNotice(drafts, catalogue, calendars);
        noticeRoutes(routes, applications, catalogue, people, journal, ofDraft);
        journalRoutes(routes, journal, applications, people);
        sightingRoutes(routes, refusals);
        supportRoutes(routes, applications, viewOf, journal);
        erasureRoutes(routes, erasures);
        leavingRoutes(routes, leaving);
        packageRoutes(routes, { doors, catalogue, copyOf: copyMaker(copying), filesOf });
        resultRoutes(routes, doors, issued, verify);
        ratingRoutes(routes, { ratings, doors, catalogue });
      },
    }),
    async start() {
      await Promise.all(
        [drafts, applications, outages, issued, attachments, holds, ratings, erasures, leaving].map((each) =>
          each.start(),
        ),
      );
      await Promise.all(queues.map((queue) => queue.start()));
      await Promise.all([journal.ensureIndexes(), refusals.ensureIndexes()]);
      anchoring = startAnchoring(kit, journal);
      sweeping = sweep(drafts, applications);
      draftEnds = startDraftEnds({ kit, drafts, applications, calendars, catalogue, holds });
      kit.watch('ends of drafts', () => draftEnds?.alive() ?? true);
      timers = startClocks(kit, applications, calendars);
      inbox = await consume(kit, {
        applications,
        calendars,
        replans: replan.items,
        outages,
        outageWork: outageItems.items,
      });
      kit.watch('clocks of applications', () => timers?.alive() ?? true);
      kit.watch('consumer of applications', () => inbox?.alive() ?? true);
    },
    async stop() {
      await inbox?.stop();
      await timers?.stop();
      await draftEnds?.stop();
      await sweeping?.stop();
      await Promise.all(queues.map((queue) => queue.stop()));
      await Promise.all([drafts.stop(), applications.stop(), leaving.stop(), erasures.stop()]);
      await journal.stop();
      await anchoring?.stop();
    },
  };
}
