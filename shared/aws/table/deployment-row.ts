import { z } from 'zod';
import { type OrganisationName, organisationNameSchema } from '../../config/names.ts';
import type { Deployment } from '../../firewalls/deployment.ts';
import { firewallUidSchema } from '../../firewalls/firewall.ts';
import type { OtherChanges } from '../../firewalls/group-usage.ts';
import { keys } from './keys.ts';

/** A firewall may lack thousands of changes; a row takes 400 KB. */
const mostChangesKept = 100;

const momentSchema = z.iso.datetime().transform((text) => new Date(text));

const rowSchema = z.object({
  organisation: organisationNameSchema,
  firewall: z.object({
    uid: firewallUidSchema,
    name: z.string(),
    deployed: z.enum(['alone', 'with-others', 'elsewhere']),
  }),
  deploymentId: z.string(),
  askedAt: momentSchema,
  otherChanges: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('listed'), changes: z.array(z.string()) }),
    z.object({ kind: z.literal('not-listed') }),
  ]),
  failuresBefore: z.int().nonnegative(),
  state: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('asked') }),
    z.object({ kind: z.literal('running'), reference: z.string() }),
    z.object({ kind: z.literal('done'), endedAt: momentSchema }),
    z.object({ kind: z.literal('failed'), endedAt: momentSchema, reason: z.string() }),
    z.object({ kind: z.literal('lost'), noticedAt: momentSchema }),
  ]),
});

/** The last deployment to a firewall as its row. Of very many changes by others, the first are kept. */
export function deploymentRow(organisation: OrganisationName, deployment: Deployment) {
  const { firewall, deploymentId, askedAt, otherChanges, failuresBefore, state } = deployment;
  const { uid, name, deployed } = firewall;
  return {
    ...keys.deployment(organisation, uid),
    organisation,
    firewall: { uid, name, deployed },
    deploymentId,
    askedAt: askedAt.toISOString(),
    otherChanges: shortened(otherChanges),
    failuresBefore,
    state: stateInRow(state),
  };
}

/**
 * The deployment that a row holds.
 * @throws ZodError for a row that nobody here has written
 */
export function deploymentOfRow(row: unknown): Deployment {
  const { organisation: _known, ...deployment } = rowSchema.parse(row);
  return deployment;
}

function shortened(others: OtherChanges): OtherChanges {
  if (others.kind === 'not-listed' || others.changes.length <= mostChangesKept) return others;
  const left = others.changes.length - mostChangesKept;
  return { kind: 'listed', changes: [...others.changes.slice(0, mostChangesKept), `and ${left} more`] };
}

/** A state as it is written down: its moments as text. */
export function stateInRow(state: Deployment['state']) {
  switch (state.kind) {
    case 'asked':
    case 'running':
      return state;
    case 'lost':
      return { ...state, noticedAt: state.noticedAt.toISOString() };
    case 'done':
    case 'failed':
      return { ...state, endedAt: state.endedAt.toISOString() };
  }
}
