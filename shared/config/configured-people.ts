import { ConfigurationProblem } from '../errors/configuration-problem.ts';
import type { DeploymentConfiguration } from './deployment-configuration.ts';
import type { PeopleSettings } from './people.ts';

/**
 * What is configured about people, for a function that exists for nothing else.
 * @throws ConfigurationProblem when nothing is
 */
export function configuredPeople({ people }: Pick<DeploymentConfiguration, 'people'>): PeopleSettings {
  if (people) return people;
  throw new ConfigurationProblem(
    'The configuration has no "people", so that this function has nothing to do. Configure it and deploy again.',
  );
}
