import { isPortOpen } from '@kyzmat/engines';

interface NamedEngines {
  readonly kafkaBrokers?: string;
  readonly mongodbUri?: string;
}

/** The engines that the environment names, which are used instead of own ones. */
export function namedEngines(env: NodeJS.ProcessEnv): NamedEngines {
  const { KAFKA_BROKERS: kafkaBrokers, MONGODB_URI: mongodbUri } = env;
  return { ...(kafkaBrokers ? { kafkaBrokers } : {}), ...(mongodbUri ? { mongodbUri } : {}) };
}

/** What is wrong with them: a line for each that nobody answers at. */
export async function unreachable({ kafkaBrokers, mongodbUri }: NamedEngines): Promise<readonly string[]> {
  const mongoHosts = /^mongodb:\/\/(?:[^@/]*@)?([^/?]+)/.exec(mongodbUri ?? '')?.[1];
  const named = { KAFKA_BROKERS: kafkaBrokers, MONGODB_URI: mongoHosts };
  const lines = await Promise.all(
    Object.entries(named).map(async ([variable, hosts]) =>
      hosts === undefined || (await anyAnswers(hosts))
        ? []
        : [`${variable} names ${hosts}, and nobody answers there`],
    ),
  );
  return lines.flat();
}

async function anyAnswers(hosts: string): Promise<boolean> {
  const answers = hosts.split(',').map((address) => {
    const [host = '', port = ''] = address.split(/:(?=\d+$)/);
    return isPortOpen(Number(port || 27017), host);
  });
  return (await Promise.all(answers)).includes(true);
}
