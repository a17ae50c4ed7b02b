import { instant, type Clock } from '@kyzmat/clock';
import type { Identity, IdentityApi } from '@kyzmat/contracts';
import { notFound, permit } from '@kyzmat/http';
import type { ContractRoutes } from '@kyzmat/kit';
import { may } from '@kyzmat/policy';
import type { Store } from '@kyzmat/store';
import type { OwnRoute } from '../persons/own-route.ts';
import type { Persons } from '../persons/store.ts';
import { mustStand } from '../powers/standing.ts';
import type { Powers } from '../powers/store.ts';
import { mustBeOf, type VerifyQualified } from './qualified.ts';
import type { SignStatement } from './signer.ts';

/** A qualified signature as it was given; kept for good, for it is the signature. */
interface StoredSignature {
  readonly _id: string;
  readonly subject: string;
  readonly actor: string;
  readonly hash: string;
  readonly signature: Identity['QualifiedSignature'];
}

/**
 * P573-28a: a qualified signature, checked and kept, gives the same statement as a code does, of the stronger level. The
 * statement's id is that of the act of signing, so however often one signature is handed in, it counts once.
 */
export function qualifiedRoutes(
  routes: ContractRoutes<IdentityApi>,
  parts: {
    readonly store: Store;
    readonly clock: Clock;
    readonly persons: Persons;
    readonly own: OwnRoute;
    readonly powers: Powers;
    readonly verify: VerifyQualified;
    readonly sign: SignStatement;
  },
): void {
  const { store, clock, persons, own, powers, verify, sign } = parts;
  const signatures = store.collection<StoredSignature>('qualified_signatures');

  routes.post('/qualified-signatures', async ({ caller, body }) => {
    permit(may(caller, 'application.sign'));
    await mustStand(powers, caller.subject, caller.actor);
    const { contentHash: hash } = body;
    const cms = Buffer.from(body.cms, 'base64');
    const [subject, actor] = await Promise.all([persons.get(caller.subject), persons.get(caller.actor)]);
    const { id, signedBy, certificate } = await verify(Buffer.from(hash, 'hex'), cms);
    mustBeOf({ subject, actor }, signedBy);
    // Whoever opened the cabinet by themselves has now shown that the number is theirs.
    await own.prove(actor._id);
    const first = {
      subject: subject._id,
      actor: actor._id,
      hash,
      signature: {
        cms: cms.toString('base64'),
        at: instant(clock),
        certificate: {
          holder: signedBy.commonName,
          ...(signedBy.organisation !== '' && { organisation: signedBy.organisation }),
          ...certificate,
        },
      },
    };
    const kept = await signatures.findOneAndUpdate(
      { _id: id },
      { $setOnInsert: first },
      { upsert: true, returnDocument: 'after' },
    );
    const { at } = (kept ?? first).signature;
    const statement = { subject: subject._id, actor: actor._id, hash, at, level: 'qualified', id } as const;
    return { signature: await sign(statement), signedBy: signedBy.commonName };
  });

  routes.get('/qualified-signatures/{id}', async ({ caller, params }) => {
    const found = await signatures.findOne({ _id: params.id });
    const own = caller.role === 'user' && caller.actor === found?.actor && caller.subject === found.subject;
    const work = may(caller, 'signature.give').allowed;
    if (found === null || !(own || work)) throw notFound('No such signature.');
    const { _id, hash, signature } = found;
    return { id: _id, contentHash: hash, signature };
  });
}
