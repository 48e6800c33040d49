import { batchIdSchema } from '#shared/people/changes/batch-id.ts';
import type { ApiRequest } from '../call-api.ts';
import type { PeopleSubcommand } from './command-line.ts';

export function apiRequestFor(subcommand: PeopleSubcommand): ApiRequest {
  switch (subcommand.name) {
    case 'list': {
      const only = subcommand.only === undefined ? '' : `&state=${encodeURIComponent(subcommand.only)}`;
      return { method: 'GET', path: `/people?limit=500${only}` };
    }
    case 'show': {
      const batchId = batchIdSchema.safeParse(subcommand.of).data;
      return {
        method: 'GET',
        path: batchId === undefined ? pathOf(subcommand.of) : `/people/batches/${batchId}`,
      };
    }
    case 'cancel':
    case 'undo':
      return { method: 'POST', path: `${pathOf(subcommand.email)}/${subcommand.name}` };
    case 'approve':
    case 'reject': {
      const { name, batchId, emails } = subcommand;
      const path = `/people/batches/${batchId}/${name}`;
      return { method: 'POST', path, ...(emails.length > 0 && { body: { emails } }) };
    }
    case 'onboard':
    case 'offboard':
      return { method: 'POST', path: '/people', body: bodyOf(subcommand) };
  }
}

/** The @ stays as it is, so that signer and gateway cannot differ about it. */
function pathOf(email: string): string {
  return `/people/${encodeURIComponent(email).replace('%40', '@')}`;
}

function bodyOf({ name, email, told }: Extract<PeopleSubcommand, { told: object }>): object {
  const { given, family, day, time, 'time-zone': timeZone, immediate, ticket, profile, departure } = told;
  const isNamed = given !== undefined || family !== undefined;
  return {
    kind: name,
    email,
    day,
    time,
    timeZone,
    immediate,
    ticket,
    profile,
    departure,
    ...(isNamed && { name: { given, family } }),
  };
}
