import { contractPath, topics, type NotificationsApi } from '@kyzmat/contracts';
import { createService } from '@kyzmat/http';
import {
  contractRoutes,
  ownAggregates,
  type App,
  type CommonConfig,
  type Kit,
  type Owned,
} from '@kyzmat/kit';
import type { Inbox } from '@kyzmat/store';
import type { AlertState } from './alerts/alert.ts';
import { alertIndexes, alertRoutes } from './alerts/routes.ts';
import { sendingAlerts } from './alerts/send.ts';
import { cabinetIndexes, cabinetRoutes } from './cabinet/routes.ts';
import { eMail } from './channels/e-mail.ts';
import { eMessages } from './channels/e-message.ts';
import { sending } from './channels/send.ts';
import type { OwnConfig } from './config.ts';
import { failureIndexes, failureRoutes } from './failures/routes.ts';
import { asking } from './notices/ask.ts';
import { consumeDebts } from './notices/consumer.ts';
import type { NoticeState } from './notices/notice.ts';
import { remainsRoutes } from './notices/remains.ts';

/** Owns notices: pays the debts that applications owe to their people, through every channel, with proof. */
export function createApp(kit: Kit, config: CommonConfig & OwnConfig): App {
  const mail = eMail(config.smtpUrl, config.mailFrom);
  const emessage = eMessages(config.eMessageUrl ?? `${config.sandbox}/e-message`, () =>
    config.eMessageToken.reveal(),
  );
  const channels = { emessage, email: mail.send };
  const answers = asking(kit);
  const work = sending(kit, {
    notices: () => notices,
    channels,
    contactFor: (id, notice) => answers.contactFor(id, notice),
  });
  const alertWork = sendingAlerts(kit, () => alerts, channels);
  const notices: Owned<NoticeState> = ownAggregates<NoticeState>(kit, {
    collection: 'notices',
    topicOf: () => topics.notices,
    work,
  });
  const alerts: Owned<AlertState> = ownAggregates<AlertState>(kit, {
    collection: 'alerts',
    // Nobody outside waits for it.
    topicOf: () => topics.notices,
    work: [alertWork],
  });
  let inbox: Inbox | undefined;

  return {
    http: createService({
      name: 'notifications',
      contract: contractPath('notifications'),
      verifier: kit.verifier,
      telemetry: kit.telemetry,
      ready: () => kit.ready(),
      routes(router) {
        const routes = contractRoutes<NotificationsApi>(router);
        cabinetRoutes(routes, kit, notices);
        failureRoutes(routes, kit, notices, answers);
        alertRoutes(routes, alerts);
        remainsRoutes(routes, notices);
      },
    }),
    async start() {
      await Promise.all([cabinetIndexes(notices), failureIndexes(notices), alertIndexes(alerts)]);
      await Promise.all([notices, alerts, ...work, alertWork].map((each) => each.start()));
      inbox = await consumeDebts(kit, notices, alerts, answers);
      kit.watch('inbox', () => inbox?.alive() ?? true);
    },
    async stop() {
      await inbox?.stop();
      await Promise.all([notices, alerts, ...work, alertWork].map((each) => each.stop()));
      mail.close();
    },
  };
}
