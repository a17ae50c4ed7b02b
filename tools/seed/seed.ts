/**
 * Fills a demo platform through its own doors, as its operator would: providers with their agreements, staff, every
 * service of `catalogue/`, and people who registered by themselves. Running it again changes nothing.
 */
import type { JsonWebKey } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createTokenIssuer, type Principal } from '@kyzmat/auth';
import { json, readConfig, secret, url } from '@kyzmat/config';
import type { IdentityApi, ProvidersApi } from '@kyzmat/contracts';
import { createClient, dataOf, Problem } from '@kyzmat/http';
import { loadService, type ServiceDefinition } from '@kyzmat/service-definition';
import { demoProviders } from './providers.ts';
import { registerOwnPeople } from './own-route.ts';
import { demoStaff } from './staff.ts';

const catalogue = new URL('../../catalogue/', import.meta.url);
const operator: Principal = { subject: 'operator', role: 'operator' };
const owner: Principal = { subject: 'owner', role: 'owner' };
const agreedAt = '2026-02-02T04:00:00.000Z';

const config = readConfig(process.env, {
  identity: url('IDENTITY_URL'),
  providers: url('PROVIDERS_URL'),
  portal: url('PORTAL_URL'),
  sandbox: url('SANDBOX_URL'),
  keys: json('SERVICE_PRIVATE_KEYS', parseKeys),
  staffPassword: secret('DEMO_STAFF_PASSWORD'),
});

function parseKeys(value: unknown): { readonly desk: JsonWebKey } {
  if (!hasDesk(value)) throw new Error('must hold the key of desk');
  return value;
}

/** The launcher made the keys; their form is checked where they are used. */
function hasDesk(value: unknown): value is { readonly desk: JsonWebKey } {
  return typeof value === 'object' && value !== null && 'desk' in value && typeof value.desk === 'object';
}

async function services(): Promise<ServiceDefinition[]> {
  const folders = await readdir(catalogue, { withFileTypes: true });
  return Promise.all(
    folders
      .filter((each) => each.isDirectory())
      .map(async ({ name }) => {
        const check = await loadService((file) => readFile(new URL(`${name}/${file}`, catalogue), 'utf8'));
        if (check.ok) return check.definition;
        throw new Error(
          `catalogue/${name} cannot be published: ${JSON.stringify(check.problems, undefined, 2)}`,
        );
      }),
  );
}

type As = ReturnType<typeof createClient<ProvidersApi>>;

async function seed(): Promise<void> {
  const issuer = createTokenIssuer({ process: 'desk', key: config.keys.desk });
  const timeoutMs = 20_000;
  const providers = createClient<ProvidersApi>({
    audience: 'providers',
    baseUrl: config.providers,
    issuer,
    timeoutMs,
  });
  const identity = createClient<IdentityApi>({
    audience: 'identity',
    baseUrl: config.identity,
    issuer,
    timeoutMs,
  })(operator);
  for (const body of demoProviders) dataOf(await providers(operator).POST('/providers', { body }));
  for (const member of demoStaff) {
    const body = { ...member, initialPassword: config.staffPassword.reveal() };
    dataOf(await identity.POST('/staff', { body }));
  }
  for (const definition of await services()) await publish(providers, definition);
}

/** At once while a service is new or only its words change; a change of process goes the way of P573-17c. */
async function publish(providers: As, definition: ServiceDefinition): Promise<void> {
  const { code, version, provider } = definition.service;
  const providerAgreement = { requestNumber: `ДЕМО-${code}-${version}`, agreedBy: provider, agreedAt };
  const body = { definition: { ...definition }, providerAgreement };
  try {
    dataOf(await providers(operator).POST('/services', { body }));
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'owner_approval_missing') throw error;
    const head: Principal = { subject: headOf(provider), role: 'provider_head', provider };
    const { id } = dataOf(
      await providers(head).POST('/service-changes', { body: { definition: body.definition } }),
    );
    const params = { path: { id } };
    dataOf(await providers(owner).POST('/service-changes/{id}/approval', { params }));
    dataOf(await providers(operator).POST('/service-changes/{id}/publication', { params }));
  }
}

function headOf(provider: string): string {
  return demoProviders.find(({ id }) => id === provider)?.headId ?? provider;
}

await seed();
await registerOwnPeople({
  portal: config.portal,
  sandbox: config.sandbox,
  password: config.staffPassword.reveal(),
});
