import { typesHeldAt } from './block-place.ts';
import { configuredDestination, destinationNames, placeOf } from './configured-destination.ts';
import type { DeploymentConfiguration } from './deployment-configuration.ts';
import { groupNameProblems } from './group-name-problems.ts';
import type { DestinationListName } from './names.ts';

/** A setting about destinations that does not fit the rest of the configuration. */
export interface DestinationProblem {
  readonly path: (string | number)[];
  readonly input: unknown;
  readonly message: string;
}

/** Everything that is wrong with destinations and with who names them; pure. */
export function destinationProblems(configuration: DeploymentConfiguration): DestinationProblem[] {
  return [
    ...ownerProblems(configuration),
    ...overflowProblems(configuration),
    ...groupProblems(configuration),
    ...groupNameProblems(configuration.networkGroups),
    ...senderProblems(configuration),
    ...routeProblems(configuration),
  ];
}

function ownerProblems({ organisations, destinationLists, networkGroups }: DeploymentConfiguration) {
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

function overflowProblems({ destinationLists }: DeploymentConfiguration): DestinationProblem[] {
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

function groupProblems({ organisations, destinationLists, networkGroups }: DeploymentConfiguration) {
  return Object.entries(networkGroups).flatMap(([name, group]) => {
    const organisation = organisations[group.organisation];
    const found: DestinationProblem[] = [];
    if (Object.hasOwn(destinationLists, name)) {
      found.push(
        ...problem(['networkGroups', name], name, 'a destination list has this name; choose another one'),
      );
    }
    if (group.kind !== 'network-group' || !organisation) return found;
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

function senderProblems(configuration: DeploymentConfiguration): DestinationProblem[] {
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
function routeProblems(configuration: DeploymentConfiguration): DestinationProblem[] {
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

function isHeld(type: string, name: DestinationListName, configuration: DeploymentConfiguration): boolean {
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
