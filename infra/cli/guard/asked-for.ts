import { existsSync } from 'node:fs';
import type { BlockPlace } from '#shared/config/block-place.ts';
import { type ConfiguredDestination, placeOf } from '#shared/config/configured-destination.ts';
import type { DeploymentConfiguration } from '#shared/config/deployment-configuration.ts';
import { type GuardSettings, guardSchema } from '#shared/config/guard.ts';
import type { ScreeningContext } from '#shared/iocs/guard/rule.ts';
import { loadConfiguration } from '../../config/load-configuration.ts';
import { stateFolderAt } from '../../local/state-folder.ts';
import { WrongUsage } from '../wrong-usage.ts';
import type { GuardCommandLine } from './command-line.ts';

/** The guard's settings, and for whom it is asked. */
export interface AskedFor {
  readonly settings: GuardSettings;
  /** One for each list of the connection; what one of them refuses is told. */
  readonly contexts: readonly ScreeningContext[];
}

/**
 * Finds the configuration and what in it the command names.
 * @throws WrongUsage when it has no such list or connection
 * @throws ConfigurationProblem when it is wrong
 */
export function askedFor(commandLine: GuardCommandLine): AskedFor {
  const configuration = configurationOf(commandLine);
  const { confidence, severity } = commandLine;
  if (!configuration) {
    if (commandLine.destinationList ?? commandLine.connection) {
      throw new WrongUsage('There is no configuration that could have it: name one with -c <file>.');
    }
    return {
      settings: guardSchema.parse(undefined),
      contexts: [{ place: 'global', confidence, severity }],
    };
  }
  const { connections, guard: settings } = configuration;
  if (commandLine.destinationList !== undefined) {
    const place = placeNamed(commandLine.destinationList, configuration);
    return { settings, contexts: [{ place, confidence, severity }] };
  }
  if (commandLine.connection === undefined) {
    return { settings, contexts: [{ place: 'global', confidence, severity }] };
  }
  const connection = named(connections, commandLine.connection, 'connection');
  return {
    settings,
    contexts: connection.destinationLists.map((list) => ({
      place: placeNamed(list, configuration),
      confidence,
      severity,
      minimumConfidence: connection.minimumConfidence,
      minimumSeverity: connection.minimumSeverity,
      senderHosts: connection.ignoredDomains,
    })),
  };
}

function configurationOf({
  configurationFile,
  stateFolder,
}: GuardCommandLine): DeploymentConfiguration | undefined {
  if (configurationFile !== undefined) return loadConfiguration(configurationFile);
  const local = stateFolderAt(stateFolder).configurationFile;
  return existsSync(local) ? loadConfiguration(local) : undefined;
}

function placeNamed(name: string, configuration: DeploymentConfiguration): BlockPlace {
  const { destinationLists, networkGroups } = configuration;
  const lists = Object.entries(destinationLists).map(
    ([list, settings]) => [list, { kind: 'destination-list' as const, ...settings }] as const,
  );
  const all = Object.fromEntries<ConfiguredDestination>([...lists, ...Object.entries(networkGroups)]);
  const destination = named(all, name, 'destination list');
  const place = placeOf(destination, configuration);
  if (place !== undefined) return place;
  throw new WrongUsage(`The configuration has no organisation "${destination.organisation}".`);
}

function named<T>(all: Readonly<Record<string, T>>, name: string, kind: string): T {
  const found = Object.hasOwn(all, name) ? all[name] : undefined;
  if (found !== undefined) return found;
  throw new WrongUsage(`The configuration has no ${kind} "${name}"; it has ${Object.keys(all).join(', ')}.`);
}
