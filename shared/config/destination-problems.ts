import type { AwsFindings } from './aws-findings.ts';
import { typesHeldAt } from './block-place.ts';
import {
  type ConfiguredDestinations,
  configuredDestination,
  destinationNames,
  placeOf,
} from './configured-destination.ts';
import type { Connection } from './connection.ts';
import type { DestinationProblem } from './destination-problem.ts';
import { groupNameProblems } from './group-name-problems.ts';
import type { ConnectionName, DestinationListName, OrganisationName } from './names.ts';
import type { Organisation } from './organisation.ts';

/** What destinations, and those who name them, are configured by. */
interface DestinationSettings extends ConfiguredDestinations {
  readonly organisations: Readonly<Record<OrganisationName, Organisation>>;
  readonly connections: Readonly<Record<ConnectionName, Connection>>;
  readonly awsFindings?: AwsFindings | undefined;
}

/** Everything that is wrong with destinations and with who names them; pure. */
export function destinationProblems(configuration: DestinationSettings): DestinationProblem[] {
  return [
    ...ownerProblems(configuration),
    ...overflowProblems(configuration),
    ...groupProblems(configuration),
    ...groupNameProblems(configuration.networkGroups),
    ...senderProblems(configuration),
    ...routeProblems(configuration),
  ];
}

function ownerProblems({ organisations, destinationLists, networkGroups }: DestinationSettings) {
  const allowed = namesIn(organisations);
  return [
    ...Object.entries(destinationLists).map(([name, list]) => ['destinationLists', name, list] as const),
    ...Object.entries(networkGroups).map(([name, group]) => ['networkGroups', name, group] as const),
  ].flatMap(([record, name, { organisation }]) =>
    Object.hasOwn(organisations, organisation)
      ? []
      : problem([record, name, 'organisation'], organisation, `no such organisation; allowed: ${allowed}`),
  );
}

function overflowProblems({ destinationLists }: DestinationSettings): DestinationProblem[] {
  return Object.entries(destinationLists).flatMap(([name, { organisation, overflow }]) => {
    if (overflow === undefined) return [];
    const at = ['destinationLists', name, 'overflow'];
    const target = destinationLists[overflow];
    if (!target) return problem(at, overflow, 'no such destination list');
    if (target.organisation !== organisation) {
      return problem(at, overflow, 'a list of the same organisation is needed');
    }
    if (target.overflow !== name) return [];
    return problem(at, overflow, 'two lists cannot overflow into each other');
  });
}

function groupProblems({ organisations, destinationLists, networkGroups }: DestinationSettings) {
  return Object.entries(networkGroups).flatMap(([name, group]) => {
    const organisation = organisations[group.organisation];
    const found: DestinationProblem[] = [];
    if (Object.hasOwn(destinationLists, name)) {
      found.push(
        ...problem(['networkGroups', name], name, 'a destination list has this name; choose another one'),
      );
    }
    if (!organisation) return found;
    if (group.kind === 'network-object-group') {
      if (organisation.secureAccess.edition !== 'umbrella') return found;
      const message = 'Umbrella has no network object groups; name an organisation of Secure Access';
      return [...found, ...problem(['networkGroups', name, 'organisation'], group.organisation, message)];
    }
    if (!organisation.securityCloudControl) {
      const message =
        'the organisation needs "securityCloudControl", whose common objects the group is one of';
      found.push(...problem(['networkGroups', name, 'organisation'], group.organisation, message));
    }
    if (group.deploy === 'auto' && !organisation.firewallManager) {
      const message = '"auto" needs the organisation to have "firewallManager", which deploys';
      found.push(...problem(['networkGroups', name, 'deploy'], group.deploy, message));
    }
    return found;
  });
}

function senderProblems(configuration: DestinationSettings): DestinationProblem[] {
  const { connections, awsFindings = {} } = configuration;
  const known = new Set<string>(destinationNames(configuration));
  const senders = [
    ...Object.entries(connections).map(([name, sender]) => ({ at: ['connections', name], sender })),
    ...Object.entries(awsFindings).map(([name, sender]) => ({ at: ['awsFindings', name], sender })),
  ];
  return senders.flatMap(({ at, sender }) =>
    (sender?.destinationLists ?? []).flatMap((list, index) =>
      known.has(list)
        ? []
        : problem(
            [...at, 'destinationLists', index],
            list,
            `no such destination list; allowed: ${[...known].join(', ') || '(none is defined)'}`,
          ),
    ),
  );
}

/** A route may only choose among the destinations of its connection, and only those that hold the type. */
function routeProblems(configuration: DestinationSettings): DestinationProblem[] {
  return Object.entries(configuration.connections).flatMap(
    ([connection, { destinationLists, routes = {} }]) =>
      Object.entries(routes).flatMap(([type, names]) =>
        names.flatMap((name, index) => {
          const at = ['connections', connection, 'routes', type, index];
          if (!destinationLists.includes(name)) {
            const message = `not among the destinationLists of the connection: ${destinationLists.join(', ')}`;
            return problem(at, name, message);
          }
          return isHeld(type, name, configuration) ? [] : problem(at, name, `cannot hold the type ${type}`);
        }),
      ),
  );
}

function isHeld(type: string, name: DestinationListName, configuration: DestinationSettings): boolean {
  const destination = configuredDestination(name, configuration);
  const place = destination && placeOf(destination, configuration);
  // What is not configured at all is a problem of its own.
  return place === undefined || [...typesHeldAt[place]].some((held) => held === type);
}

function problem(path: (string | number)[], input: unknown, message: string): [DestinationProblem] {
  return [{ path, input, message }];
}

function namesIn(record: object): string {
  return Object.keys(record).join(', ') || '(none is defined)';
}
