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
import { cabinetIndexes, cabinetRoutes } from './cabinet/routes.ts';
import { eMail } from './channels/e-mail.ts';
import { eMessages } from './channels/e-message.ts';
import { sending } from './channels/send.ts';
import type { OwnConfig } from './config.ts';
import { consumeDebts } from './notices/consumer.ts';
import type { NoticeState } from './notices/notice.ts';

/** Owns notices: pays the debts that applications owe to their people, through every channel, with proof. */
export function createApp(kit: Kit, config: CommonConfig & OwnConfig): App {
  const mail = eMail(config.smtpUrl, config.mailFrom);
  const emessage = eMessages(config.eMessageUrl ?? `${config.sandbox}/e-message`, () =>
    config.eMessageToken.reveal(),
  );
  const work = sending(kit, () => notices, { emessage, email: mail.send });
  const notices: Owned<NoticeState> = ownAggregates<NoticeState>(kit, {
    collection: 'notices',
    topicOf: () => topics.notices,
    work,
  });
  let inbox: Inbox | undefined;

  return {
    http: createService({
      name: 'notifications',
      contract: contractPath('notifications'),
      verifier: kit.verifier,
      telemetry: kit.telemetry,
      ready: () => kit.ready(),
      routes: (router) => cabinetRoutes(contractRoutes<NotificationsApi>(router), kit, notices),
    }),
    async start() {
      await cabinetIndexes(notices);
      await notices.start();
      await Promise.all(work.map((queue) => queue.start()));
      inbox = await consumeDebts(kit, notices);
      kit.watch('inbox', () => inbox?.alive() ?? true);
    },
    async stop() {
      await inbox?.stop();
      await notices.stop();
      await Promise.all(work.map((queue) => queue.stop()));
      mail.close();
    },
  };
}
